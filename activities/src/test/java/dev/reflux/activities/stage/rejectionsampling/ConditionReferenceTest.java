package dev.reflux.activities.stage.rejectionsampling;

import static org.assertj.core.api.Assertions.assertThat;

import dev.reflux.config.grammar.CampaignReference;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class ConditionReferenceTest {

    @Test
    void theReferenceHoldsTheTableOfAConditionsKeys() throws IOException {
        assertThat(Files.readString(Path.of("..", "docs", "campaign-file.md")))
                .contains("##### " + CampaignReference.title(Condition.class) + "\n")
                .contains(CampaignReference.table(Condition.class));
    }
}
