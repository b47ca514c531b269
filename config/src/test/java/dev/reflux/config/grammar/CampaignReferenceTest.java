package dev.reflux.config.grammar;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CampaignReferenceTest {

    private static final Path DOCUMENT = Path.of("..", "docs", "campaign-file.md");

    static List<Class<?>> records() {
        return CampaignReference.records();
    }

    @ParameterizedTest
    @MethodSource("records")
    void documentHoldsTheTableOfEveryMapping(Class<?> type) throws IOException {
        assertThat(Files.readString(DOCUMENT))
                .contains("### " + CampaignReference.title(type) + "\n")
                .contains(CampaignReference.table(type));
    }

    @Test
    void documentShowsACampaignThatParses() throws IOException {
        String document = Files.readString(DOCUMENT);
        int start = document.indexOf("```yaml\n") + "```yaml\n".length();
        String campaign = document.substring(start, document.indexOf("```", start));
        CampaignGrammar grammar = new CampaignGrammar(new SampleStages(), CampaignTable.VARIABLES);
        assertThat(grammar.parse("campaign-file.md", campaign).campaign()).isEqualTo("support-intents");
    }

    @Test
    void documentShowsAnErrorAsItIsPrinted() throws IOException {
        CampaignTable.Row row = CampaignTable.read("bad-campaigns.txt").stream()
                .filter(bad -> bad.name().equals("threshold out of range"))
                .findFirst()
                .orElseThrow();
        assertThat(Files.readString(DOCUMENT)).contains(row.message());
    }
}
