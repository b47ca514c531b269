package dev.reflux.activities.stage.evolve;

import dev.reflux.activities.reply.Questions;
import dev.reflux.activities.reply.Reading;
import dev.reflux.activities.stage.StageContext;
import dev.reflux.activities.teacher.TeacherCall;
import dev.reflux.activities.teacher.TeacherDesk;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.Function;

/** Asks the teacher about evolutions, all of one kind at once. */
final class Asking {

    private final StageContext context;
    private final String teacher;
    private final int draws;

    /** @param teacher its name among the campaign's; null for the main one */
    Asking(StageContext context, String teacher, int draws) {
        this.context = context;
        this.teacher = teacher;
        this.draws = draws;
    }

    int round() {
        return context.round();
    }

    /** What was read from each answer, in the order of the calls. */
    List<Reading<String>> ask(List<TeacherCall> calls, Function<TeacherDesk.Answer, Reading<String>> reader) {
        return questions(calls.size()).ask(calls, reader);
    }

    /** Those that survive are asked about, and eliminated for what the answer leads to; in their order. */
    List<Evolved> sieve(
            List<Evolved> evolved,
            Function<Evolved, TeacherCall> question,
            Function<TeacherDesk.Answer, Reading<Boolean>> reader) {
        List<TeacherCall> calls =
                evolved.stream().filter(Evolved::survives).map(question).toList();
        Iterator<Reading<Boolean>> readings =
                questions(calls.size()).ask(calls, reader).iterator();
        List<Evolved> sieved = new ArrayList<>();
        for (Evolved one : evolved) {
            sieved.add(one.survives() ? one.eliminated(readings.next().reason()) : one);
        }
        return sieved;
    }

    private Questions questions(int total) {
        TeacherDesk desk = context.teacher(teacher);
        return new Questions(desk, draws, settled -> context.progress(settled, total));
    }
}
