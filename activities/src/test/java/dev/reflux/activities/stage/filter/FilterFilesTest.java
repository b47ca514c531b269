package dev.reflux.activities.stage.filter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.reflux.activities.shard.Sample;
import dev.reflux.activities.stage.StageCampaign;
import dev.reflux.activities.stage.filter.FilterSettings.Of;
import dev.reflux.activities.stage.filter.rules.Preset;
import dev.reflux.activities.stage.filter.rules.Rule;
import dev.reflux.config.InvalidCampaignException;
import dev.reflux.config.Provider;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The stage with files of the user's beside the samples. */
class FilterFilesTest {

    private static final List<Sample> SAMPLES = List.of(
            StageCampaign.sample("short", "hello world", null),
            StageCampaign.sample("long", "hello you big wide old world", null),
            StageCampaign.sample("rude", "hello twit", null));

    @TempDir
    private Path folder;

    private static FilterSettings settings(Path tokenizer, List<WordListSettings> lists) {
        List<RuleSettings> rules = List.of(new RuleSettings(Rule.TOKENS, null, 5.0, null));
        return new FilterSettings(Preset.NONE, Of.BOTH, rules, List.of(), List.of(), null, lists, tokenizer.toString());
    }

    @Test
    void countsTokensByTheUsersTokenizerEvenAfterItsFileIsGone() throws IOException {
        Path tokenizer = folder.resolve("tokenizer.json");
        try (InputStream bytes = getClass().getResourceAsStream("/all-minilm-l6-v2-q-tokenizer.json")) {
            Files.write(tokenizer, bytes.readAllBytes());
        }
        Path list = Files.writeString(folder.resolve("words.txt"), "twit\n");
        FilterSettings settings =
                settings(tokenizer, List.of(new WordListSettings(list.toString(), "text", "profanity", 0)));
        StageCampaign campaign = new StageCampaign(folder.resolve("workspace"), Provider.OPENAI)
                .open(FilterStage.NAME, settings, List.of(), SAMPLES);

        campaign.run(FilterStage.NAME, settings, 0);
        Files.delete(tokenizer);
        campaign.run(FilterStage.NAME, settings, 1);

        assertThat(campaign.accepted(FilterStage.NAME)).extracting(Sample::id).containsExactly("short");
        assertThat(campaign.rejected(FilterStage.NAME))
                .extracting(Sample::reason)
                .containsExactlyInAnyOrder("too-many-tokens", "profanity");
    }

    @Test
    void aTokenizerThatIsNotThereStopsTheCampaign() {
        FilterSettings settings = settings(folder.resolve("missing.json"), List.of());
        StageCampaign campaign = new StageCampaign(folder.resolve("workspace"), Provider.OPENAI)
                .open(FilterStage.NAME, settings, List.of(), SAMPLES);

        assertThatThrownBy(() -> campaign.run(FilterStage.NAME, settings, 0))
                .isInstanceOf(InvalidCampaignException.class)
                .hasMessageContaining("missing.json");
    }
}
