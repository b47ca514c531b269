package dev.reflux.activities.stage;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.reflux.activities.stage.rejectionsampling.Condition;
import dev.reflux.activities.stage.rejectionsampling.RejectionSamplingSettings;
import dev.reflux.config.CampaignPlan;
import dev.reflux.config.Environment;
import dev.reflux.config.Export;
import dev.reflux.config.PlanJson;
import dev.reflux.config.StagePlan;
import dev.reflux.config.WorkerRole;
import dev.reflux.config.grammar.CampaignGrammar;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The stages that choose between answers, as a campaign file names them. */
class ChoosingStagesTest {

    private static final String CAMPAIGN = """
            campaign: pairs
            inputs: {pool: pool.jsonl}
            teacher: {provider: replay, answers: recorded.jsonl}
            teachers:
              weak: {provider: replay, answers: weak.jsonl}
            stages:
              - answer: {candidates: 4, repeats: true}
              - answer: {teacher: weak}
              - self-consistency
              - rejection-sampling:
                  by: [vote, {verdict: judge/helpfulness, atLeast: 4}]
                  keepOthers: true
              - preference: {from: teacher, over: weak, strategy: all}
            student: {kind: none}
            exports:
              - {format: preference, path: pairs.jsonl, conversational: true, ratings: true}
              - {format: binary, path: marked.jsonl}
            """;

    private final CampaignPlan plan =
            new CampaignGrammar(new Stages(), Environment.of(Map.of())).parse("pairs.yaml", CAMPAIGN);

    @Test
    void aConditionIsANameOrANameWithALeastScore() {
        StagePlan stage = plan.stages().get(3);
        RejectionSamplingSettings settings =
                PlanJson.mapper().convertValue(stage.settings(), RejectionSamplingSettings.class);

        assertThat(settings.by()).containsExactly(new Condition("vote", null), new Condition("judge/helpfulness", 4.0));
        assertThat(stage.role()).isEqualTo(WorkerRole.COMPUTE);
    }

    @Test
    void onlyTheStageThatMustKnowTheTeachersNeedsAWorkerThatHasThem() {
        assertThat(plan.stages().get(2).role()).isEqualTo(WorkerRole.COMPUTE);
        assertThat(plan.stages().get(4).role()).isEqualTo(WorkerRole.TEACHER);
        assertThat(plan.stages().get(4).teachers()).containsExactly("weak");
    }

    @Test
    void comesBackFromJsonAsItWas() throws JsonProcessingException {
        String json = PlanJson.mapper().writeValueAsString(plan);

        assertThat(PlanJson.mapper().readValue(json, CampaignPlan.class)).isEqualTo(plan);
        assertThat(plan.exports().get(0)).isEqualTo(new Export(Export.Format.PREFERENCE, "pairs.jsonl", true, true));
    }
}
