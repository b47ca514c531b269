package dev.reflux.activities.stage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.reflux.config.grammar.CampaignReference;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The stages as the reference has them. */
class StageReferenceTest {

    private static final Path ROOT = Path.of("..");

    static List<Stage<?>> stages() {
        return Stages.all();
    }

    @ParameterizedTest
    @MethodSource("stages")
    void theReferenceHoldsTheTableOfEachStagesSettings(Stage<?> stage) throws IOException {
        String reference = Files.readString(ROOT.resolve("docs/campaign-file.md"));
        assertThat(reference).contains("#### " + stage.name() + "\n");
        for (Class<?> type : CampaignReference.records(stage.settings())) {
            assertThat(reference).contains(CampaignReference.table(type));
        }
    }
}
