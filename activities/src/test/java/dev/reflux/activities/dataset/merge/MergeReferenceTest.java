package dev.reflux.activities.dataset.merge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.reflux.config.grammar.CampaignReference;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The merge's steps as the reference has them. */
class MergeReferenceTest {

    static List<MergeStep<?>> steps() {
        return MergeSteps.all();
    }

    @ParameterizedTest
    @MethodSource("steps")
    void theReferenceHoldsTheTablesOfEachStepsSettings(MergeStep<?> step) throws IOException {
        String reference = Files.readString(Path.of("../docs/campaign-file.md"));
        assertThat(reference).contains("#### " + step.name() + "\n");
        for (Class<?> type : CampaignReference.records(step.settings())) {
            assertThat(reference).contains(CampaignReference.table(type));
        }
    }
}
