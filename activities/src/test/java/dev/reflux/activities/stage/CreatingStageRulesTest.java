package dev.reflux.activities.stage;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.reflux.config.Environment;
import dev.reflux.config.InvalidCampaignException;
import dev.reflux.config.grammar.CampaignGrammar;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a campaign file may not say about a stage that makes samples from nothing. */
class CreatingStageRulesTest {

    private static final String HEAD = """
            campaign: made
            teacher: {provider: openai, model: m, apiKey: "${KEY:-}"}
            student: {kind: none}
            """;

    @Test
    void mustComeFirst() {
        assertThatThrownBy(() -> parse("""
                inputs: {seeds: seeds.jsonl, pool: pool.jsonl}
                stages: [answer, {generate: {count: 5}}]
                """))
                .isInstanceOf(InvalidCampaignException.class)
                .hasMessageContaining("stages")
                .hasMessageContaining("got generate after answer; move generate to the front, once");
    }

    @Test
    void goesWithoutAPool() {
        assertThatThrownBy(() -> parse("""
                inputs: {seeds: seeds.jsonl, pool: pool.jsonl}
                stages: [{generate: {count: 5}}]
                """))
                .isInstanceOf(InvalidCampaignException.class)
                .hasMessageContaining("must give no pool, because stage generate makes the samples");
    }

    @Test
    void leavesNothingUnsolved() {
        assertThatThrownBy(() -> parse("""
                inputs: {seeds: seeds.jsonl}
                rounds: {max: 3, over: unsolved}
                stages: [{generate: {count: 5}}]
                """))
                .isInstanceOf(InvalidCampaignException.class)
                .hasMessageContaining("line 5")
                .hasMessageContaining("must be all where stage generate makes the samples of each round");
    }

    private static void parse(String rest) {
        new CampaignGrammar(new Stages(), Environment.of(Map.of())).parse("made.yaml", HEAD + rest);
    }
}
