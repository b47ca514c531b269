package dev.reflux.activities.stage.filter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.reflux.activities.stage.Stages;
import dev.reflux.activities.stage.filter.FilterSettings.Of;
import dev.reflux.activities.stage.filter.PersonalSettings.Treatment;
import dev.reflux.activities.stage.filter.rules.Preset;
import dev.reflux.activities.stage.filter.rules.Rule;
import dev.reflux.config.CampaignPlan;
import dev.reflux.config.Environment;
import dev.reflux.config.InvalidCampaignException;
import dev.reflux.config.PlanJson;
import dev.reflux.config.Preparation;
import dev.reflux.config.StagePlan;
import dev.reflux.config.TextList;
import dev.reflux.config.WorkerRole;
import dev.reflux.config.grammar.CampaignGrammar;
import dev.reflux.config.grammar.CampaignSchema;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The stage as a campaign file writes it. */
class FilterSettingsTest {

    private static StagePlan stage(String written) {
        return stage("{provider: replay, answers: recorded.jsonl}", written);
    }

    private static StagePlan stage(String teacher, String written) {
        String campaign = """
                campaign: clean
                inputs: {seeds: seeds.jsonl, pool: pool.jsonl}
                teacher: %s
                student: {kind: none}
                stages:
                """.formatted(teacher) + written.indent(2);
        CampaignPlan plan = new CampaignGrammar(new Stages(), Environment.of(Map.of())).parse("clean.yaml", campaign);
        return plan.stages().get(0);
    }

    private static FilterSettings settings(StagePlan stage) {
        return PlanJson.mapper().convertValue(stage.settings(), FilterSettings.class);
    }

    @Test
    void standsAloneWithItsDefaults() {
        StagePlan stage = stage("- filter");

        assertThat(settings(stage)).isEqualTo(Filtered.settings(Preset.POST_TRAINING, Of.BOTH));
        assertThat(stage.role()).isEqualTo(WorkerRole.COMPUTE);
        assertThat(stage.preparation()).isEqualTo(Preparation.NONE);
    }

    @Test
    void refinesAPreset() throws JsonProcessingException {
        StagePlan stage = stage("""
                - filter:
                    preset: gopher
                    of: answers
                    rules:
                      - {rule: words, least: 10}
                      - {rule: duplicate-5-grams, most: 0.3, from: 200}
                      - {rule: tokens, most: 4096}
                      - refusal
                    off: [stop-words, top-2-gram]
                    languages: [en, de]
                    personal: {email: keep, secret: reject}
                    wordLists:
                      - profanity.txt
                      - {path: unsafe.jsonl, field: phrase, reason: unsafe, most: 1}
                    tokenizer: models/tokenizer.json
                """);
        FilterSettings settings = settings(stage);

        assertThat(settings.rules())
                .extracting(RuleSettings::rule)
                .containsExactly(Rule.WORDS, Rule.DUPLICATE_5_GRAMS, Rule.TOKENS, Rule.REFUSAL);
        assertThat(settings.off()).containsExactly(Rule.STOP_WORDS, Rule.TOP_2_GRAM);
        assertThat(settings.treatment().email()).isEqualTo(Treatment.KEEP);
        assertThat(settings.treatment().secret()).isEqualTo(Treatment.REJECT);
        assertThat(settings.treatment().phone()).isEqualTo(Treatment.MASK);
        assertThat(stage.lists())
                .containsExactly(
                        new TextList("wordLists", "profanity.txt", "text"),
                        new TextList("wordLists", "unsafe.jsonl", "phrase"));
        assertThat(stage.preparation()).isEqualTo(Preparation.AT_ROUND_START);
        String json = PlanJson.mapper().writeValueAsString(settings);
        assertThat(PlanJson.mapper().readValue(json, FilterSettings.class)).isEqualTo(settings);
    }

    @Test
    void aMistakeSaysWhatIsKnown() {
        assertThatThrownBy(() -> stage("- filter: {off: [refusals]}"))
                .isInstanceOf(InvalidCampaignException.class)
                .hasMessageContaining("did you mean refusal?");
        assertThatThrownBy(() -> stage("- filter: {rules: [{rule: stop-words, most: 1}], off: [stop-words]}"))
                .isInstanceOf(InvalidCampaignException.class)
                .hasMessageContaining("rules");
        assertThatThrownBy(() -> stage("- filter: {languages: [klingon]}"))
                .isInstanceOf(InvalidCampaignException.class)
                .hasMessageContaining("klingon");
        assertThatThrownBy(() -> stage("- filter: {tokenizer: gpt-4}"))
                .isInstanceOf(InvalidCampaignException.class)
                .hasMessageContaining("cl100k-base");
        assertThatThrownBy(() -> stage("- filter: {wordLists: [{path: a.txt, reason: Bad Word}]}"))
                .isInstanceOf(InvalidCampaignException.class)
                .hasMessageContaining("kebab-case");
    }

    @Test
    void onlyWithAJudgeDoesItNeedATeacher() {
        String embedded = "{provider: embedded}";

        assertThat(stage(embedded, "- filter").role()).isEqualTo(WorkerRole.COMPUTE);
        assertThat(stage("- filter: {safety: {}}").role()).isEqualTo(WorkerRole.TEACHER);
        assertThatThrownBy(() -> stage(embedded, "- filter: {safety: {}}"))
                .isInstanceOf(InvalidCampaignException.class)
                .hasMessageContaining("must ask a chat model");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{teacher: nobody} | must ask teachers that the campaign names",
                "{hazards: [gambling]} | description: must be given for a hazard",
                "{hazards: [none]} | must be lower-case words joined by hyphens, and not none",
                "{hazards: [hate, hate]} | must be named once each"
            })
    void refusesAJudgeThatCannotJudge(String safety, String rule) {
        assertThatThrownBy(() -> stage("- filter: {safety: " + safety + "}"))
                .isInstanceOf(InvalidCampaignException.class)
                .hasMessageContaining(rule);
    }

    @Test
    void theSchemaListsEveryRule() {
        String schema = new CampaignSchema(new Stages()).render();

        for (Rule rule : Rule.values()) {
            assertThat(schema).contains("\"" + rule.word() + "\"");
        }
        assertThat(List.of("creditCard", "wordLists", "post-training")).allMatch(schema::contains);
    }
}
