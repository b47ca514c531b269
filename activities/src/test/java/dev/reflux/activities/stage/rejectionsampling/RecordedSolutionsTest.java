package dev.reflux.activities.stage.rejectionsampling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.reflux.activities.learning.TestData;
import dev.reflux.activities.shard.Answer;
import dev.reflux.activities.shard.Sample;
import dev.reflux.activities.shard.Verdict;
import dev.reflux.activities.stage.StageCampaign;
import dev.reflux.activities.stage.rejectionsampling.RejectionSamplingSettings.Combination;
import dev.reflux.activities.stage.rejectionsampling.RejectionSamplingSettings.Keep;
import dev.reflux.activities.stage.rejectionsampling.RejectionSamplingSettings.Sameness;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Solutions that four models gave to problems of GSM8K, each with whether it is right. */
class RecordedSolutionsTest {

    private static final String FILE = "verified/gsm8k_model_solutions_dev.jsonl";
    private static final List<String> MODELS =
            List.of("6b_finetuning", "6b_verification", "175b_finetuning", "175b_verification");

    private final Set<String> wrong = new TreeSet<>();
    private final List<Sample> problems = new ArrayList<>();
    private int solvable;

    @Test
    void keepsNoSolutionThatGoldKnowsToBeWrong() throws IOException {
        read();
        RejectionSamplingSettings settings = new RejectionSamplingSettings(
                List.of(new Condition("verify/math", null)),
                Combination.ALL,
                Keep.ALL,
                null,
                null,
                Sameness.EQUATIONS,
                false);
        List<Sample> results = new RejectionSamplingStage().process(problems, null, settings);

        List<Sample> accepted = results.stream().filter(Sample::isAccepted).toList();
        assertThat(results).hasSize(660);
        assertThat(accepted).hasSize(solvable);
        assertThat(accepted).allSatisfy(sample -> {
            assertThat(sample.answers()).isNotEmpty().noneMatch(answer -> wrong.contains(sample.id() + answer.text()));
            List<List<String>> equations = sample.answers().stream()
                    .map(answer -> new Solution(answer).equations())
                    .filter(list -> !list.isEmpty())
                    .toList();
            assertThat(equations).doesNotHaveDuplicates();
        });
        assertThat(results)
                .filteredOn(sample -> !sample.isAccepted())
                .extracting(Sample::reason)
                .containsOnly("no-answer-passed");
    }

    private void read() throws IOException {
        Optional<Path> file = TestData.find(FILE);
        assumeTrue(file.isPresent(), "needs the public data file " + FILE + " in REFLUX_TEST_DATA");
        int line = 0;
        for (String text : Files.readAllLines(file.get())) {
            JsonNode problem = new JsonMapper().readTree(text);
            String id = "gsm8k-" + ++line;
            List<Answer> answers = new ArrayList<>();
            boolean solved = false;
            for (String model : MODELS) {
                boolean right = problem.at("/" + model + "/is_correct").booleanValue();
                String solution = problem.at("/" + model + "/solution").textValue();
                if (!right) {
                    wrong.add(id + solution);
                }
                solved |= right;
                answers.add(Answer.of(solution, null, model, null).judged(gold(right)));
            }
            solvable += solved ? 1 : 0;
            problems.add(StageCampaign.sample(id, problem.get("question").textValue(), null)
                    .answered(answers));
        }
    }

    private static Verdict gold(boolean right) {
        return right ? Verdict.passed("verify/math", null, null) : Verdict.failed("verify/math", "wrong-answer", null);
    }
}
