package dev.reflux.activities.stage.branchsolvemerge;

import dev.reflux.activities.prompt.Prompt;
import dev.reflux.activities.shard.Sample;
import dev.reflux.activities.teacher.TeacherCall;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What is asked to judge answers: for criteria, for scores by one criterion, for scores as a whole. */
final class JudgePrompts {

    private static final Prompt PLAN = Prompt.load(JudgePrompts.class, "plan.txt", "context", "instruction", "most");
    private static final Prompt SCORE =
            Prompt.load(JudgePrompts.class, "score.txt", "context", "instruction", "answer", "criterion");
    private static final Prompt COMPARE =
            Prompt.load(JudgePrompts.class, "compare.txt", "context", "instruction", "first", "second", "criterion");
    private static final Prompt WEIGH =
            Prompt.load(JudgePrompts.class, "weigh.txt", "context", "instruction", "answer", "findings");
    private static final Prompt DECIDE =
            Prompt.load(JudgePrompts.class, "decide.txt", "context", "instruction", "first", "second", "findings");

    private final BranchSolveMergeSettings settings;

    JudgePrompts(BranchSolveMergeSettings settings) {
        this.settings = settings;
    }

    static String fingerprint() {
        return Stream.of(PLAN, SCORE, COMPARE, WEIGH, DECIDE)
                .map(prompt -> prompt.fingerprint().sha256())
                .collect(Collectors.joining(" "));
    }

    /** Shows no answer. */
    TeacherCall plan(Sample sample) {
        Map<String, String> values = values(sample);
        values.put("most", String.valueOf(settings.branches()));
        return call(PLAN, values, ReplySchemas.branches(1, settings.branches())).about(sample.id());
    }

    TeacherCall solve(Sample sample, Showing showing, Branch criterion) {
        Map<String, String> values = values(sample, showing);
        values.put("criterion", Material.around("criterion", criterion.shown()));
        return call(showing.answers().size() == 1 ? SCORE : COMPARE, values, schema(showing))
                .about(sample.id());
    }

    TeacherCall merge(Sample sample, Showing showing, Findings findings) {
        Map<String, String> values = values(sample, showing);
        values.put("findings", Material.around("findings", findings.shown()));
        return call(showing.answers().size() == 1 ? WEIGH : DECIDE, values, schema(showing))
                .about(sample.id());
    }

    private static String schema(Showing showing) {
        return ReplySchemas.scores(showing.fields().toArray(String[]::new));
    }

    private static Map<String, String> values(Sample sample) {
        Map<String, String> values = new TreeMap<>();
        values.put("context", Material.context(sample));
        values.put("instruction", Material.instruction(sample));
        return values;
    }

    private static Map<String, String> values(Sample sample, Showing showing) {
        Map<String, String> values = values(sample);
        List<String> answers = showing.answers().stream()
                .map(answer ->
                        Material.around("answer", sample.answers().get(answer).text()))
                .toList();
        if (answers.size() == 1) {
            values.put("answer", answers.get(0));
        } else {
            values.put("first", "First answer:\n" + answers.get(0));
            values.put("second", "Second answer:\n" + answers.get(1));
        }
        return values;
    }

    private TeacherCall call(Prompt prompt, Map<String, String> values, String schema) {
        Prompt.Messages messages = prompt.render(values);
        return TeacherCall.of(messages.system(), messages.user(), settings.maxOutputTokens())
                .by(schema);
    }
}
