package dev.reflux.activities.stage.verify.math;

import static org.assertj.core.api.Assertions.assertThat;
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
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class MathCheckTest {

    private static final List<String> SOLVERS =
            List.of("6b_finetuning", "6b_verification", "175b_finetuning", "175b_verification");

    @Test
    void passesTheRightAnswerAndFailsAnother() {
        assertThat(check("He pays 9 * 2.\n#### 18", "That is \\boxed{18}.").outcome())
                .isEqualTo(Outcome.PASSED);
        assertThat(check("18", "A: 81").reason()).isEqualTo("wrong-answer");
        assertThat(check("18", "No idea.\nNone.").reason()).isEqualTo("no-final-answer");
    }

    @Test
    void neverTellsTheReference() {
        assertThat(check("4711", "A: 81").rationale()).contains("81").doesNotContain("4711");
    }

    @Test
    void isUndecidedWithoutReference() {
        Verdict verdict = check(null, "A: 18");
        assertThat(verdict.outcome()).isEqualTo(Outcome.UNDECIDED);
        assertThat(verdict.reason()).isEqualTo("no-reference");
        assertThat(verdict.by()).isEqualTo("verify/math");
    }

    @Test
    void agreesWithTheGoldOfRecordedSolutions() throws IOException {
        int agreed = 0;
        int falselyPassed = 0;
        List<String> apart = new ArrayList<>();
        for (JsonNode row : rows("verified/gsm8k_model_solutions_dev.jsonl")) {
            for (String solver : SOLVERS) {
                JsonNode recorded = row.get(solver);
                String reference = row.get("ground_truth").textValue();
                boolean gold = recorded.get("is_correct").booleanValue();
                boolean passed =
                        check(reference, recorded.get("solution").textValue()).outcome() == Outcome.PASSED;
                agreed += passed == gold ? 1 : 0;
                falselyPassed += passed && !gold ? 1 : 0;
                if (passed != gold) {
                    apart.add(recorded + " against " + reference);
                }
            }
        }
        int all = agreed + apart.size();
        System.out.printf("Math check agrees with gold on %d of %d recorded GSM8K solutions%n", agreed, all);
        assertThat(agreed).as("agreements; apart: %s", apart).isGreaterThanOrEqualTo((int) Math.ceil(all * 0.995));
        assertThat(falselyPassed).isZero();
    }

    @Test
    void everyMathAnswerEqualsItselfInItsSolutionAndNoneOfAnotherValue() throws IOException {
        List<JsonNode> rows = rows("benchmarks/math500.jsonl");
        for (JsonNode row : rows) {
            String answer = row.get("answer").textValue();
            assertThat(check(answer, row.get("solution").textValue()).outcome())
                    .as(answer)
                    .isEqualTo(Outcome.PASSED);
            assertThat(check(answer, "\\boxed{" + answer + "1}").outcome())
                    .as(answer)
                    .isEqualTo(Outcome.FAILED);
            assertThat(check(answer, "\\boxed{17+" + answer + "}").outcome())
                    .as(answer)
                    .isEqualTo(Outcome.FAILED);
        }
    }

    private static Verdict check(String reference, String solution) {
        Sample sample = StageCampaign.sample("a", "How many?", null).under(Task.NONE.withReference(reference));
        return new MathCheck().check(sample, Answer.of(solution, null, null, null));
    }

    private static List<JsonNode> rows(String file) throws IOException {
        Optional<Path> data = TestData.find(file);
        assumeTrue(data.isPresent(), file + " is not among the test data");
        List<JsonNode> rows = new ArrayList<>();
        for (String line : Files.readAllLines(data.get())) {
            rows.add(new JsonMapper().readTree(line));
        }
        return rows;
    }
}
