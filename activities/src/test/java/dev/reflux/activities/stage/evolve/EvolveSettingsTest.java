package dev.reflux.activities.stage.evolve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.reflux.activities.stage.Stages;
import dev.reflux.config.Environment;
import dev.reflux.config.InvalidCampaignException;
import dev.reflux.config.InvalidSettingException;
import dev.reflux.config.PlanJson;
import dev.reflux.config.Preparation;
import dev.reflux.config.StagePlan;
import dev.reflux.config.grammar.CampaignGrammar;
import java.util.Map;
import org.junit.jupiter.api.Test;

class EvolveSettingsTest {

    @Test
    void refusesAnOperationThatEvolvesSomethingElse() {
        assertThatThrownBy(() -> settings(Evolves.ANSWER, Map.of("deepen", 1.0), 1, null))
                .isInstanceOf(InvalidSettingException.class)
                .hasMessage("operations must be among helpfulness, relevance, depth, creativity, detail where what is"
                        + " answer, got deepen; correct or remove it");
    }

    @Test
    void refusesFewerAttemptsThanGenerations() {
        assertThatThrownBy(() -> settings(Evolves.INSTRUCTION, Map.of(), 3, 2))
                .isInstanceOf(InvalidSettingException.class)
                .hasMessageStartingWith("attempts must be at least generations, 3, got 2");
    }

    @Test
    void drawsFromAllOperationsAlikeWhereNoneIsNamed() {
        EvolveSettings settings = settings(Evolves.INSTRUCTION, Map.of(), 2, null);

        assertThat(settings.weighted()).hasSize(6).allMatch(choice -> choice.weight() == 1);
        assertThat(settings.mostAttempts()).isEqualTo(4);
    }

    @Test
    void isWrittenAsTheReferenceHasIt() {
        StagePlan plan = parse("openai, model: m", "{generations: 3, operations: {deepen: 2, mutate-topic: 1}}");
        EvolveSettings settings = PlanJson.mapper().convertValue(plan.settings(), EvolveSettings.class);

        assertThat(settings.weighted())
                .containsExactly(
                        new WeightedDraw.Weighted<>(Operation.DEEPEN, 2),
                        new WeightedDraw.Weighted<>(Operation.MUTATE_TOPIC, 1));
        assertThat(plan.preparation()).isEqualTo(Preparation.NONE);
        assertThat(parse("openai, model: m", "{auto: {steps: 3, optimiser: strong}}"))
                .satisfies(auto -> assertThat(auto.teachers()).containsExactly("strong"))
                .satisfies(auto -> assertThat(auto.preparation()).isEqualTo(Preparation.AFTER_ALL_SHARDS));
    }

    @Test
    void refusesWhatDoesNotGoWithAMethodSearch() {
        assertThatThrownBy(() -> parse("openai, model: m", "{auto: {}, operations: {deepen: 1}}"))
                .isInstanceOf(InvalidCampaignException.class)
                .hasMessageContaining("auto: must stand alone");
        assertThatThrownBy(() -> parse("embedded", "{auto: {optimiser: strong}}"))
                .isInstanceOf(InvalidCampaignException.class)
                .hasMessageContaining("auto: needs a chat model to evolve beside its optimiser");
    }

    @Test
    void mayDemandALanguageOfWhatEvolves() {
        StagePlan plan = parse("openai, model: m", "{what: {evolves: answer, language: de}}");

        assertThat(PlanJson.mapper()
                        .convertValue(plan.settings(), EvolveSettings.class)
                        .what())
                .isEqualTo(new Subject(Evolves.ANSWER, "de"));
        assertThat(PlanJson.mapper()
                        .convertValue(
                                parse("openai, model: m", "{what: answer}").settings(), EvolveSettings.class)
                        .what())
                .isEqualTo(new Subject(Evolves.ANSWER, null));
        assertThatThrownBy(() -> parse("openai, model: m", "{what: {evolves: answer, language: German}}"))
                .isInstanceOf(InvalidCampaignException.class)
                .hasMessageContaining("language: must be the code of a language that can be told");
    }

    private static StagePlan parse(String provider, String settings) {
        String campaign = """
                campaign: made
                inputs: {pool: pool.jsonl}
                teacher: {provider: %s}
                teachers: {strong: {provider: openai, model: big}}
                student: {kind: none}
                stages: [evolve: %s]
                """.formatted(provider, settings);
        return new CampaignGrammar(new Stages(), Environment.of(Map.of()))
                .parse("made.yaml", campaign)
                .stages()
                .get(0);
    }

    private static EvolveSettings settings(
            Evolves what, Map<String, Double> operations, int generations, Integer attempts) {
        return new EvolveSettings(what, operations, generations, attempts, true, null, 0.7, 500, 2, null);
    }
}
