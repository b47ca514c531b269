package dev.reflux.activities.stage.generate;

import dev.reflux.activities.reply.Questions;
import dev.reflux.activities.reply.Reading;
import dev.reflux.activities.reply.Replies;
import dev.reflux.activities.shard.Sample;
import dev.reflux.activities.shard.Task;
import dev.reflux.activities.stage.StageContext;
import dev.reflux.activities.stage.generate.magpie.SystemPrompt;
import dev.reflux.activities.teacher.TeacherCall;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Fills each empty sample with what the teacher itself writes where a user's turn begins: Magpie (arXiv 2406.08464). All calls
 * are of the same words or of a few system prompts' and only their draws differ.
 */
final class Magpie {

    /** Where an instruction's sample keeps the name of the system prompt that it was written under. */
    static final String SYSTEM = "magpie.system";

    private final StageContext context;
    private final GenerateSettings settings;

    Magpie(StageContext context, GenerateSettings settings) {
        this.context = context;
        this.settings = settings;
    }

    List<Sample> fill(List<Sample> slots) {
        List<String> systems = new ArrayList<>();
        List<TeacherCall> calls = new ArrayList<>();
        for (Sample slot : slots) {
            DrawPlace place = DrawPlace.of(slot, context);
            String system = SystemPrompt.draw(settings.by().systems(), place.random());
            systems.add(system);
            calls.add(call(system, settings).draw(place.sampleIndex()).about(slot.id()));
        }
        List<Reading<String>> turns = new Questions(
                        context.teacher(settings.teacher()),
                        settings.draws(),
                        done -> context.progress(done, calls.size()))
                .ask(calls, answer -> TurnFilter.read(answer).then(turn -> Replies.in(settings.language(), turn)));
        Admission admission = new Admission(settings, TaskPool.of(context).all(), TurnFilter::whyUnfit);
        List<Sample> filled = new ArrayList<>();
        for (int at = 0; at < slots.size(); at++) {
            filled.add(admission.filled(slots.get(at), turns.get(at)).under(madeUnder(systems.get(at))));
        }
        return filled;
    }

    /** First draw under a system prompt; its name is null where there is none. */
    static TeacherCall call(String system, GenerateSettings settings) {
        By by = settings.by();
        String prompt = system == null ? null : by.systems().get(system).text();
        return settings.sampled(TeacherCall.continuing(
                by.template().beginning(prompt), by.template().stops(), settings.maxOutputTokens()));
    }

    private static Task madeUnder(String system) {
        Map<String, String> checks = system == null ? Map.of() : new TreeMap<>(Map.of(SYSTEM, system));
        return new Task(null, List.of(), null, null, null, checks);
    }
}
