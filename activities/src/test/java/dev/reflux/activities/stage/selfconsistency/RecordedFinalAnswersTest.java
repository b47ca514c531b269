package dev.reflux.activities.stage.selfconsistency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.reflux.activities.learning.TestData;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Final answers of recorded solutions to problems of GSM8K, beside whether people hold them for right. */
class RecordedFinalAnswersTest {

    private static final String FILE = "verified/gsm8k_model_solutions_dev.jsonl";
    private static final List<String> MODELS =
            List.of("6b_finetuning", "6b_verification", "175b_finetuning", "175b_verification");

    private final FinalAnswers finals = new FinalAnswers(new SelfConsistencySettings(null, "answer", null, 0, 2));

    @Test
    void theSameFinalAnswerAsGoldMeansRight() throws IOException {
        Optional<Path> file = TestData.find(FILE);
        assumeTrue(file.isPresent(), "needs the public data file " + FILE + " in REFLUX_TEST_DATA");
        int agreed = 0;
        int all = 0;
        for (String line : Files.readAllLines(file.get())) {
            JsonNode problem = new JsonMapper().readTree(line);
            Optional<String> gold = finals.of(problem.get("ground_truth").textValue());
            for (String model : MODELS) {
                JsonNode solution = problem.get(model);
                boolean same = gold.equals(finals.of(solution.get("solution").textValue()));
                agreed += same == solution.get("is_correct").booleanValue() ? 1 : 0;
                all++;
            }
        }
        assertThat(all).isEqualTo(2640);
        assertThat((double) agreed / all).isGreaterThanOrEqualTo(0.995);
    }
}
