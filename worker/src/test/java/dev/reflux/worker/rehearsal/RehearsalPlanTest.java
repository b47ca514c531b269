package dev.reflux.worker.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.reflux.config.CampaignPlan;
import dev.reflux.worker.wiring.Wiring;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RehearsalPlanTest {

    @Test
    void asksForATenthWhereTheCampaignAsksForANumberOfSamples() {
        assertThat(split("{validation: 500, test: 0.2}")).contains("\"validation\":0.1", "\"test\":0.2");
        assertThat(split("{validation: 0.05, test: 2000}")).contains("\"validation\":0.05", "\"test\":0.1");
        assertThat(split("{validation: 0.9, test: 2000}")).contains("\"validation\":0.8", "\"test\":0.1");
        assertThat(split("{validation: 0.9, test: 0.05}")).contains("\"validation\":0.9", "\"test\":0.05");
    }

    @Test
    void leavesTheOtherStepsOfTheMergeAsTheyAre() {
        CampaignPlan plan = plan("[deduplicate, {split: {test: 5}}]");

        CampaignPlan rehearsed = RehearsalPlan.of(plan, 3);

        assertThat(rehearsed.merge()).hasSize(2);
        assertThat(rehearsed.merge().get(0)).isEqualTo(plan.merge().get(0));
    }

    private static String split(String settings) {
        CampaignPlan plan = RehearsalPlan.of(plan("[{split: " + settings + "}]"), 3);
        return plan.merge().get(0).settings().toString();
    }

    private static CampaignPlan plan(String merge) {
        String yaml = """
                campaign: small
                inputs: {pool: pool.jsonl}
                teacher: {provider: openai, model: m, apiKey: "${KEY:-}"}
                stages: [answer]
                student: {kind: none}
                merge: %s
                """.formatted(merge);
        return Wiring.of(Map.of()).parse("small.yaml", yaml.getBytes(StandardCharsets.UTF_8));
    }
}
