package dev.reflux.activities.stage.generate;

import dev.reflux.activities.reply.Questions;
import dev.reflux.activities.shard.Sample;
import dev.reflux.activities.stage.StageContext;
import dev.reflux.activities.teacher.TeacherCall;
import java.util.ArrayList;
import java.util.List;

/**
 * Fills empty samples with instructions that the teacher models on seeds: Self-Instruct (arXiv 2212.10560). What is missing in
 * a list that is too short leaves only its own slots empty.
 */
final class SelfInstruct {

    private final StageContext context;
    private final GenerateSettings settings;

    SelfInstruct(StageContext context, GenerateSettings settings) {
        this.context = context;
        this.settings = settings;
    }

    List<Sample> fill(List<Sample> slots) {
        TaskPool pool = TaskPool.of(context);
        List<List<Sample>> groups = groups(slots);
        List<InstructionReader> readers = groups.stream()
                .map(group -> new InstructionReader(group.size()))
                .toList();
        List<TeacherCall> calls =
                groups.stream().map(group -> call(group, pool)).toList();
        new Questions(
                        context.teacher(settings.teacher()),
                        settings.draws(),
                        done -> context.progress(done, calls.size()))
                .askEach(calls, (answer, at) -> readers.get(at).read(answer));
        Admission admission = new Admission(settings, pool.all());
        List<Sample> filled = new ArrayList<>();
        for (int at = 0; at < groups.size(); at++) {
            for (int place = 0; place < groups.get(at).size(); place++) {
                filled.add(admission.filled(
                        groups.get(at).get(place), readers.get(at).at(place)));
            }
        }
        return filled;
    }

    private List<List<Sample>> groups(List<Sample> slots) {
        List<List<Sample>> groups = new ArrayList<>();
        for (int from = 0; from < slots.size(); from += settings.perCall()) {
            groups.add(slots.subList(from, Math.min(slots.size(), from + settings.perCall())));
        }
        return groups;
    }

    /** With few seeds two calls may show the same tasks: the index keeps them two draws. */
    private TeacherCall call(List<Sample> group, TaskPool pool) {
        DrawPlace place = DrawPlace.of(group.get(0), context);
        List<String> tasks = pool.draw(settings.examples(), place.random());
        TeacherCall call = InstructionPrompt.call(tasks, group.size(), settings).draw(place.sampleIndex());
        return group.size() == 1 ? call.about(group.get(0).id()) : call;
    }
}
