package dev.reflux.activities.stage.verify.constraints;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.reflux.activities.learning.TestData;
import dev.reflux.activities.shard.Answer;
import dev.reflux.activities.shard.Sample;
import dev.reflux.activities.shard.Task;
import dev.reflux.activities.shard.Verdict;
import dev.reflux.activities.shard.Verdict.Outcome;
import dev.reflux.activities.stage.StageCampaign;
import dev.reflux.config.InvalidSettingException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class ConstraintsCheckTest {

    private static final String TWO = "[{\"id\": \"punctuation:no_comma\"},"
            + " {\"id\": \"keywords:existence\", \"kwargs\": {\"keywords\": [\"dog\"]}}]";

    @Test
    void passesOnlyWhatMeetsEveryConstraint() {
        assertThat(check(TWO, null, "A dog sleeps.")).isEqualTo(Verdict.passed("verify/constraints", 1.0, null));

        Verdict half = check(TWO, null, "A cat, asleep.");
        assertThat(half.outcome()).isEqualTo(Outcome.FAILED);
        assertThat(half.reason()).isEqualTo("constraint-not-met");
        assertThat(half.score()).isZero();
        assertThat(half.rationale()).isEqualTo("It must not have any comma.\nIt must contain dog.");
        assertThat(check(TWO, null, "A dog, asleep.").score()).isEqualTo(0.5);
    }

    @Test
    void anEmptyAnswerMeetsNone() {
        assertThat(check("[\"punctuation:no_comma\"]", null, " ").outcome()).isEqualTo(Outcome.FAILED);
    }

    @Test
    void readsIdsAndArgumentsInTwoLists() {
        String ids = "[\"punctuation:no_comma\", \"keywords:frequency\"]";
        String kwargs = "[{}, {\"keyword\": \"knot\", \"frequency\": 2, \"relation\": \"at least\"}]";

        assertThat(check(ids, kwargs, "Knot by knot.").outcome()).isEqualTo(Outcome.PASSED);
        assertThat(check(ids, kwargs, "One knot.").outcome()).isEqualTo(Outcome.FAILED);
        assertThat(check(ids, "[{}]", "One knot.").reason()).isEqualTo("broken-constraints");
    }

    @Test
    void isUndecidedAboutWhatItDoesNotKnow() {
        assertThat(check("[{\"id\": \"rhyme:sonnet\"}]", null, "Shall I").reason())
                .isEqualTo("broken-constraints");
        assertThat(check("[{\"id\": \"keywords:existence\"}]", null, "x").outcome())
                .isEqualTo(Outcome.UNDECIDED);
        assertThat(check("not a list", null, "x").outcome()).isEqualTo(Outcome.UNDECIDED);
        assertThat(new ConstraintsCheck(null)
                        .check(sample(Task.NONE), answer("x"))
                        .reason())
                .isEqualTo("no-constraints");
        assertThat(check("[{\"id\": \"language:response_language\", \"language\": \"de\"}]", null, "Ja")
                        .reason())
                .isEqualTo("constraint-undecided");
    }

    @Test
    void theSettingsConstraintsStandInForTheTasksOwn() {
        Sample sample = sample(task("[\"startend:quotation\"]", null));
        assertThat(new ConstraintsCheck(TWO).check(sample, answer("A dog")).outcome())
                .isEqualTo(Outcome.PASSED);
        assertThatThrownBy(() -> new ConstraintsCheck("[{\"id\": \"rhyme:sonnet\"}]"))
                .isInstanceOf(InvalidSettingException.class)
                .hasMessageContaining("rhyme:sonnet");
    }

    @Test
    void readsEveryConstraintOfTheBenchmark() throws IOException {
        Optional<Path> data = TestData.find("benchmarks/ifeval_input_data.jsonl");
        assumeTrue(data.isPresent(), "benchmarks/ifeval_input_data.jsonl is not among the test data");
        TreeSet<String> seen = new TreeSet<>();
        for (String line : Files.readAllLines(data.get())) {
            JsonNode row = new JsonMapper().readTree(line);
            row.get("instruction_id_list").forEach(id -> seen.add(id.textValue()));
            Verdict verdict = check(
                    row.get("instruction_id_list").toString(),
                    row.get("kwargs").toString(),
                    "One line of an answer that is written in plain English.");
            assertThat(verdict.reason())
                    .as("%s: %s", row.get("key"), verdict.rationale())
                    .isNotEqualTo("broken-constraints");
        }
        assertThat(seen).isEqualTo(Instructions.ids()).hasSize(25);
    }

    private static Verdict check(String constraints, String kwargs, String text) {
        return new ConstraintsCheck(null).check(sample(task(constraints, kwargs)), answer(text));
    }

    private static Task task(String constraints, String kwargs) {
        Map<String, String> checks = kwargs == null
                ? Map.of("constraints", constraints)
                : Map.of("constraints", constraints, "kwargs", kwargs);
        return new Task(null, null, null, null, null, checks);
    }

    private static Sample sample(Task task) {
        return StageCampaign.sample("a", "Write", null).under(task);
    }

    private static Answer answer(String text) {
        return Answer.of(text, null, null, null);
    }
}
