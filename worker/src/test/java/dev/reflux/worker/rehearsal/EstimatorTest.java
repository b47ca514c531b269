package dev.reflux.worker.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.reflux.activities.shard.CampaignFolder;
import dev.reflux.activities.shard.LocalWorkspace;
import dev.reflux.config.CampaignPlan;
import dev.reflux.worker.wiring.Wiring;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EstimatorTest {

    private static final Offset<Double> EXACTLY = within(1e-9);

    @TempDir
    Path workspace;

    /** Two stages; the first lets half through; ten samples rehearsed of a thousand. */
    private static final String ROUND = """
            {"rounds": [{"stages": [
              {"stage": "answer", "input": 10, "accepted": 5, "rejected": {"refused": 4, "empty-answer": 1},
               "teacherCalls": 20, "inputTokens": 1000, "outputTokens": 2000},
              {"stage": "answer", "input": 10, "accepted": 10, "teacherCalls": 10, "inputTokens": 500, "outputTokens": 100}
            ]}]}""";

    private static final String YAML = """
            campaign: estimated
            inputs: {pool: pool.jsonl}
            teacher:
              provider: openai
              model: m
              limits: {concurrency: 8, requestsPerMinute: 100}
              price: {inputPerMillion: 1, outputPerMillion: 4}
            %s
            stages:
              - answer: {candidates: 2, maxOutputTokens: 700, draws: 3}
              - answer: {maxOutputTokens: 100, draws: 1}
            student: {kind: none}
            """;

    @Test
    void growsWithTheSamples() {
        Estimate.Stage first = estimate("rounds: {max: 1}").stages().get(0);

        assertThat(first.expected().calls()).isEqualTo(2_000);
        assertThat(first.expected().outputTokens()).isEqualTo(200_000);
        assertThat(first.expected().costUsd()).isCloseTo(100_000 * 1 / 1e6 + 200_000 * 4 / 1e6, EXACTLY);
    }

    @Test
    void whatPreparesARoundDoesNotGrow() throws IOException {
        Path report = folder().preparation(1, 1, "answer").resolveSibling("preparation.report.json");
        Files.createDirectories(report.getParent());
        Files.writeString(report, "{\"tally\": {\"teacherCalls\": 10, \"inputTokens\": 400, \"outputTokens\": 1000}}");

        assertThat(estimate("rounds: {max: 1}").stages().get(0).expected().calls())
                .isEqualTo(10 + 10 * 100);
    }

    @Test
    void theLeastIsWhatTheFiltersLetThroughInAsManyRoundsAsThereMustBe() {
        Estimate estimate = estimate("rounds: {max: 4, target: 900}");

        assertThat(estimate.stages().get(0).least().calls()).isEqualTo(2_000);
        assertThat(estimate.stages().get(1).least().calls()).isEqualTo(500);
        assertThat(estimate.stages().get(1).expected().calls()).isEqualTo(4_000);
    }

    @Test
    void aStageThatMakesNewSamplesDoesNotRaiseTheLeastAboveTheExpected() throws IOException {
        JsonNode grown = new ObjectMapper().readTree(ROUND.replaceFirst("\"accepted\": 5", "\"accepted\": 15"));
        Estimate.Stage second = new Estimator(plan("rounds: {max: 1}"), 1_000, folder(), grown)
                .estimate()
                .stages()
                .get(1);

        assertThat(second.expected().calls()).isEqualTo(1_000);
        assertThat(second.least().calls()).isCloseTo(750, EXACTLY);
    }

    @Test
    void theMostIsEveryRedrawAndTheLongestAnswer() {
        Effort most = estimate("rounds: {max: 2}").stages().get(0).most();

        assertThat(most.calls()).isEqualTo(2 * 2_000 * 3);
        assertThat(most.outputTokens()).isEqualTo(2 * 2_000 * 3 * 700.0);
    }

    @Test
    void theMostKnowsWhatAStageThatAsksAsideMayTake() {
        String asked = YAML.replace(
                "answer: {candidates: 2, maxOutputTokens: 700, draws: 3}",
                "filter: {safety: {maxOutputTokens: 90, draws: 4}}");
        Effort most = new Estimator(parsed(asked, "rounds: {max: 1}"), 1_000, folder(), summary())
                .estimate()
                .stages()
                .get(0)
                .most();

        assertThat(most.calls()).isEqualTo(2_000 * 4);
        assertThat(most.outputTokens()).isEqualTo(2_000 * 4 * 90.0);
    }

    @Test
    void theTightestLimitTellsTheTime() {
        Effort expected = estimate("rounds: {max: 1}").stages().get(0).expected();

        // 2,000 calls at 100 a minute; 100 tokens each take 2.3 s, of which 8 run at once.
        assertThat(expected.seconds()).isCloseTo(1_200, EXACTLY);
    }

    @Test
    void theTotalIsTheSumOfTheStages() {
        Estimate estimate = estimate("rounds: {max: 1}");

        assertThat(estimate.total().expected().calls()).isEqualTo(2_000 + 1_000);
    }

    @Test
    void aMergeThatAsksIsEstimatedByWhatIsNearAndAtMostByAllThatMayBe() throws IOException {
        JsonNode rehearsed = new ObjectMapper().readTree(ROUND.replace("]}]}", """
                ],
                 "merge": {"stage": "merge", "input": 8, "teacherCalls": 16, "inputTokens": 3200, "outputTokens": 320},
                 "decontamination": [{"benchmark": "a", "judged": {"pairs": 1}}, {"benchmark": "b", "judged": {"pairs": 3}}, {"benchmark": "c"}]
                }]}"""));
        String merge = "rounds: {max: 2}\nmerge: [{decontaminate: {benchmarks: [b.jsonl], embedding:"
                + " {judge: {neighbours: 3, draws: 2, maxOutputTokens: 50}}}}]";

        Estimate.Stage stage = new Estimator(plan(merge), 1_000, folder(), rehearsed)
                .estimate()
                .stages()
                .get(2);

        assertThat(stage.stage()).isEqualTo("merge");
        assertThat(stage.expected().calls())
                .as("two rounds of 800, half of them near")
                .isCloseTo(800, EXACTLY);
        assertThat(stage.expected().inputTokens()).isCloseTo(160_000, EXACTLY);
        assertThat(stage.least().calls()).isZero();
        assertThat(stage.most().calls()).isCloseTo(2 * 800 * 6, EXACTLY);
        assertThat(stage.most().outputTokens()).isCloseTo(2 * 800 * 6 * 50, EXACTLY);
    }

    @Test
    void aMergeThatAsksNobodyIsNotInTheEstimate() {
        assertThat(estimate("merge: [deduplicate]").stages()).hasSize(2);
    }

    private Estimate estimate(String rounds) {
        return new Estimator(plan(rounds), 1_000, folder(), summary()).estimate();
    }

    private CampaignFolder folder() {
        return new LocalWorkspace(workspace).folder("estimated");
    }

    private static JsonNode summary() {
        try {
            return new ObjectMapper().readTree(ROUND);
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }

    private static CampaignPlan plan(String rounds) {
        return parsed(YAML, rounds);
    }

    private static CampaignPlan parsed(String yaml, String rounds) {
        return Wiring.of(Map.of())
                .parse("estimated.yaml", yaml.formatted(rounds).getBytes(StandardCharsets.UTF_8));
    }
}
