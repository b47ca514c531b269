package dev.reflux.worker.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.reflux.activities.shard.CampaignFolder;
import dev.reflux.activities.shard.Sample;
import dev.reflux.activities.shard.ShardSet;
import dev.reflux.activities.shard.Verdict.Outcome;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The example for reasoning over GSM8K, with four solutions by models to each problem and people's word on each. */
class RecordedReasoningTest {

    private static final List<String> MODELS =
            List.of("6b_finetuning", "6b_verification", "175b_finetuning", "175b_verification");

    @TempDir
    Path folder;

    private final Map<String, Boolean> gold = new TreeMap<>();

    @Test
    void acceptsNothingThatGoldKnowsToBeWrong() throws IOException {
        ExampleCampaign example = new ExampleCampaign("reasoning", folder)
                .with("candidates: 4", "candidates: 2")
                .with("max: 3", "max: 2");
        for (JsonNode row : PublicRows.of("verified/gsm8k_model_solutions_dev.jsonl")) {
            String question = row.get("question").textValue();
            Map<String, String> problem = Map.of(
                    "question", question, "answer", row.get("ground_truth").textValue());
            example.add(problem, question, solutions(row, question));
        }

        CampaignFolder found = example.run("PROBLEMS");

        List<Sample> accepted = samples(List.of(found.dataset(2)));
        assertThat(accepted)
                .hasSizeGreaterThan(samples(List.of(found.dataset(1))).size());
        assertThat(accepted).allSatisfy(sample -> assertThat(sample.answers())
                .hasSizeBetween(1, 2)
                .allMatch(answer -> gold.get(key(sample.text(), answer.text()))));
        assertThat(agreement(found)).isGreaterThanOrEqualTo(0.995);
    }

    private List<String> solutions(JsonNode row, String question) {
        List<String> solutions = new ArrayList<>();
        for (String model : MODELS) {
            String solution = row.get(model).get("solution").textValue();
            solutions.add(solution);
            gold.put(key(question, solution), row.get(model).get("is_correct").booleanValue());
        }
        return solutions;
    }

    /** Share of the verdicts of both rounds that say what gold says. */
    private double agreement(CampaignFolder found) {
        List<Boolean> agreed = new ArrayList<>();
        List<Sample> checked = samples(List.of(
                found.accepted(1, 2, "verify"),
                found.rejected(1, 2, "verify"),
                found.accepted(2, 2, "verify"),
                found.rejected(2, 2, "verify")));
        checked.forEach(sample -> sample.answers().forEach(answer -> {
            boolean passed = answer.verdicts().get(0).outcome() == Outcome.PASSED;
            agreed.add(passed == gold.get(key(sample.text(), answer.text())));
        }));
        assertThat(agreed).hasSizeGreaterThan(1_900);
        return (double) agreed.stream().filter(same -> same).count() / agreed.size();
    }

    private static List<Sample> samples(List<ShardSet> sets) {
        List<Sample> samples = new ArrayList<>();
        sets.forEach(set -> set.forEach(samples::add));
        return samples;
    }

    private static String key(String question, String solution) {
        return question.strip() + "\n" + solution.strip();
    }
}
