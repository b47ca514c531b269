package dev.reflux.activities.stage.filter;

import static org.assertj.core.api.Assertions.assertThat;

import dev.reflux.activities.stage.filter.rules.Preset;
import dev.reflux.activities.stage.filter.rules.RuleTable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The rules as the reference has them. */
class RuleReferenceTest {

    @Test
    void theReferenceHoldsEveryRuleWithItsReasonsAndBounds() throws IOException {
        String reference = Files.readString(Path.of("../docs/campaign-file.md"));

        assertThat(RuleTable.rows()).allSatisfy(row -> assertThat(reference).contains(row));
    }

    @Test
    void everyPresetButNoneHasRules() {
        for (Preset preset : Preset.values()) {
            assertThat(preset.bounds().isEmpty()).as(preset.name()).isEqualTo(preset == Preset.NONE);
        }
    }
}
