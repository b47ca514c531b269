package dev.reflux.activities.stage.branchsolvemerge;

import dev.reflux.activities.reply.Questions;
import dev.reflux.activities.reply.Reading;
import dev.reflux.activities.stage.StageContext;
import dev.reflux.activities.teacher.TeacherCall;
import dev.reflux.activities.teacher.TeacherDesk;
import java.util.List;
import java.util.function.Function;

/** The teacher who branches, solves and merges, asked under the settings' sampling. */
final class Exchange {

    private final StageContext context;
    private final BranchSolveMergeSettings settings;

    Exchange(StageContext context, BranchSolveMergeSettings settings) {
        this.context = context;
        this.settings = settings;
    }

    String identity() {
        return context.teacher(settings.teacher()).identity();
    }

    /** Answers of another round are draws of their own; a verdict on the same answer is the same in any round. */
    <T> List<Reading<T>> ask(List<TeacherCall> calls, Function<TeacherDesk.Answer, Reading<T>> reader) {
        int draw = settings.makes() == Makes.ANSWER ? context.round() - 1 : 0;
        List<TeacherCall> sampled = calls.stream()
                .map(call -> call.sampled(settings.temperature(), null).draw(draw))
                .toList();
        return new Questions(
                        context.teacher(settings.teacher()),
                        settings.draws(),
                        settled -> context.progress(settled, calls.size()))
                .ask(sampled, reader);
    }
}
