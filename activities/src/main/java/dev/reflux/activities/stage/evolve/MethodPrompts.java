package dev.reflux.activities.stage.evolve;

import dev.reflux.activities.prompt.Prompt;
import dev.reflux.activities.prompt.TaskPrompt;
import dev.reflux.activities.reply.Reading;
import dev.reflux.activities.reply.Replies;
import dev.reflux.activities.teacher.TeacherCall;
import dev.reflux.activities.teacher.TeacherDesk.Answer;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** What the optimiser is asked: what went wrong, and for a better method. */
final class MethodPrompts {

    static final String FEEDBACK = "feedback";
    static final String METHOD = "method";

    private static final Prompt ANALYSE = Prompt.load(MethodPrompts.class, "analyse.txt", "trajectories");
    private static final Prompt OPTIMISE = Prompt.load(MethodPrompts.class, "optimise.txt", "method", "feedback");

    private MethodPrompts() {}

    static String fingerprint() {
        return ANALYSE.fingerprint().sha256() + " " + OPTIMISE.fingerprint().sha256();
    }

    /** @param trajectories texts of one instruction each, stage after stage */
    static TeacherCall analyse(List<List<String>> trajectories, EvolveSettings settings) {
        StringBuilder shown = new StringBuilder();
        for (List<String> stages : trajectories) {
            for (int stage = 0; stage < stages.size(); stage++) {
                shown.append("Stage ")
                        .append(stage)
                        .append(": ")
                        .append(stages.get(stage))
                        .append('\n');
            }
            shown.append("---\n");
        }
        String all = TaskPrompt.fenced(shown.toString().strip(), "trajectories");
        return call(ANALYSE.render(Map.of("trajectories", all)), FEEDBACK, settings);
    }

    static TeacherCall optimise(String method, String feedback, EvolveSettings settings) {
        return call(
                OPTIMISE.render(Map.of(
                        "method", TaskPrompt.fenced(method, "method"),
                        "feedback", TaskPrompt.fenced(feedback, "feedback"))),
                METHOD,
                settings);
    }

    static Function<Answer, Reading<String>> reader(String field) {
        return answer -> Replies.json(answer).then(object -> Replies.text(object, field));
    }

    private static TeacherCall call(Prompt.Messages messages, String field, EvolveSettings settings) {
        return TeacherCall.of(messages.system(), messages.user(), settings.maxOutputTokens())
                .by(OperationPrompt.schema(List.of(field)))
                .sampled(settings.auto().temperature(), null);
    }
}
