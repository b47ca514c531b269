package dev.reflux.activities.stage.branchsolvemerge;

import dev.reflux.activities.prompt.Prompt;
import dev.reflux.activities.shard.Sample;
import dev.reflux.activities.teacher.TeacherCall;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What is asked to make an answer: to split, to do a part, to join the parts. */
final class AnswerPrompts {

    private static final Prompt SPLIT = Prompt.load(AnswerPrompts.class, "split.txt", "context", "instruction", "most");
    private static final Prompt PART = Prompt.load(AnswerPrompts.class, "part.txt", "context", "instruction", "part");
    private static final Prompt JOIN = Prompt.load(AnswerPrompts.class, "join.txt", "context", "instruction", "parts");

    private final BranchSolveMergeSettings settings;

    AnswerPrompts(BranchSolveMergeSettings settings) {
        this.settings = settings;
    }

    static String fingerprint() {
        return SPLIT.fingerprint().sha256() + " " + PART.fingerprint().sha256() + " " + joinFingerprint();
    }

    /** Of the prompt that the answer itself is asked with. */
    static String joinFingerprint() {
        return JOIN.fingerprint().sha256();
    }

    TeacherCall split(Sample sample) {
        return call(SPLIT, sample, "most", String.valueOf(settings.branches()))
                .by(ReplySchemas.branches(2, settings.branches()));
    }

    TeacherCall part(Sample sample, Branch part) {
        return call(PART, sample, "part", Material.around("part", part.shown()));
    }

    /** @param solutions one for each part */
    TeacherCall join(Sample sample, List<Branch> parts, List<String> solutions) {
        List<String> shown = new ArrayList<>();
        for (int at = 0; at < parts.size(); at++) {
            shown.add(Material.around("part", parts.get(at).shown() + "\n\n" + solutions.get(at)));
        }
        return call(JOIN, sample, "parts", String.join("\n\n", shown));
    }

    private TeacherCall call(Prompt prompt, Sample sample, String name, String value) {
        Prompt.Messages messages = prompt.render(
                Map.of("context", Material.context(sample), "instruction", Material.instruction(sample), name, value));
        return TeacherCall.of(messages.system(), messages.user(), settings.maxOutputTokens())
                .about(sample.id());
    }
}
