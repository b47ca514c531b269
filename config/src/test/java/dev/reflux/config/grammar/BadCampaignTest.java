package dev.reflux.config.grammar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.reflux.config.InvalidCampaignException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class BadCampaignTest {

    private final CampaignGrammar grammar = new CampaignGrammar(new SampleStages(), CampaignTable.VARIABLES);

    static List<CampaignTable.Row> rows() {
        return CampaignTable.read("bad-campaigns.txt");
    }

    @ParameterizedTest
    @MethodSource("rows")
    void saysWhereWhatAndWhatToWriteInstead(CampaignTable.Row row) {
        assertThatThrownBy(() -> grammar.parse("c.yaml", row.yaml()))
                .isExactlyInstanceOf(InvalidCampaignException.class)
                .hasMessage(row.message());
    }

    @Test
    void neverShowsTheValueOfAVariableOrALiteralKey() {
        assertThat(rows()).extracting(CampaignTable.Row::message).noneMatch(message -> message.contains("sk-"));
        assertThat(rows()).anyMatch(row -> row.yaml().contains("sk-live"));
    }

    @Test
    void namesTheLineOfTheFirstByteThatIsNotUtf8() {
        byte[] latin = "campaign: a\n# caf\u00e9\n".getBytes(StandardCharsets.ISO_8859_1);
        assertThatThrownBy(() -> grammar.parse("c.yaml", latin))
                .isExactlyInstanceOf(InvalidCampaignException.class)
                .hasMessage("c.yaml line 2: must be UTF-8, got the byte 0xE9; save the file as UTF-8");
    }

    @Test
    void refusesATextThatEndsWithinACharacter() {
        byte[] cut = {'a', '\n', (byte) 0xC3};
        assertThatThrownBy(() -> grammar.parse("c.yaml", cut))
                .hasMessage("c.yaml line 2: must be UTF-8, got the byte 0xC3; save the file as UTF-8");
    }

    @Test
    void namesTheLineOfAnUnprintableCharacter() {
        assertThatThrownBy(() -> grammar.parse("c.yaml", "campaign: a\nteacher: \u0007\n"))
                .hasMessage("c.yaml line 2: must hold printable text, got the character U+7; remove it");
    }

    @Test
    void survivesBracketsNestedWithoutEnd() {
        assertThatThrownBy(() -> grammar.parse("c.yaml", "campaign: " + "[".repeat(100_000)))
                .hasMessage("c.yaml line 1: must nest at most 32 levels, got more; close the brackets before");
    }

    @Test
    void survivesABillionLaughs() {
        StringBuilder bomb = new StringBuilder("a0: &a0 [x, x, x]\n");
        for (int i = 1; i < 30; i++) {
            bomb.append("a%d: &a%d [*a%d, *a%d, *a%d]%n".formatted(i, i, i - 1, i - 1, i - 1));
        }
        assertThatThrownBy(() -> grammar.parse("c.yaml", bomb.toString()))
                .isExactlyInstanceOf(InvalidCampaignException.class)
                .hasMessage("c.yaml line 1: must be valid YAML, got Number of aliases for non-scalar nodes exceeds the "
                        + "specified max=50; make the file simpler");
    }

    @Test
    void survivesADocumentThatRefersToItself() {
        assertThatThrownBy(() -> grammar.parse("c.yaml", "&a\ncampaign: x\nteacher: *a\n"))
                .isExactlyInstanceOf(InvalidCampaignException.class)
                .hasMessageContaining("teacher.campaign: must be a known key");
    }

    @Test
    void refusesAFileThatIsTooLarge() {
        assertThatThrownBy(() -> grammar.parse("c.yaml", "# x\n".repeat(300_000)))
                .isExactlyInstanceOf(InvalidCampaignException.class)
                .hasMessage("c.yaml line 1: must have at most 1000000 characters, got 1200000; "
                        + "keep data in files that it names");
    }
}
