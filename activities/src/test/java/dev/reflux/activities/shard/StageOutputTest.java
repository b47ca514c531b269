package dev.reflux.activities.shard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.reflux.workflows.Tally;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StageOutputTest {

    private static final Tally TALLY = new Tally(5, 3, Map.of("too-short", 2L), 5, 0, 500, 0, 35, 0.02, 1_234);

    @TempDir
    private Path workspace;

    private CampaignFolder folder;
    private StageOutput output;

    @BeforeEach
    void finishOneShard() {
        folder = new LocalWorkspace(workspace).folder("support");
        output = new StageOutput(folder, 1, 2, "confidence-filter");
        output.finish(1, "from-this", samples(), TALLY);
    }

    @Test
    void saysThatAShardIsDone() {
        assertThat(output.finished(1, "from-this")).contains(TALLY);
        assertThat(new StageOutput(folder, 1, 2, "confidence-filter").finished(1, "from-this"))
                .contains(TALLY);
    }

    @Test
    void partsAcceptedFromRejected() {
        assertThat(folder.accepted(1, 2, "confidence-filter").read(1)).isEqualTo(Samples.some("good", 3));
        assertThat(folder.rejected(1, 2, "confidence-filter").read(1))
                .extracting(Sample::reason)
                .containsExactly("too-short", "too-short");
    }

    @Test
    void isNotDoneFromAnotherInputNorForAnotherShard() {
        assertThat(output.finished(1, "from-that")).isEmpty();
        assertThat(output.finished(2, "from-this")).isEmpty();
        assertThat(new StageOutput(folder, 2, 2, "confidence-filter").finished(1, "from-this"))
                .isEmpty();
    }

    @Test
    void isNotDoneOnceAFileOfItIsBroken() throws IOException {
        Path rejected = workspace.resolve("support/rejected/01/2-confidence-filter/shard-00001.jsonl.zst");
        Files.write(rejected, new byte[10]);
        assertThat(output.finished(1, "from-this")).isEmpty();

        output.finish(1, "from-this", samples(), TALLY);

        assertThat(output.finished(1, "from-this")).contains(TALLY);
    }

    @Test
    void doesNotVouchForTheOldResultAfterACutShortRewrite() throws IOException {
        Path rejected = workspace.resolve("support/rejected/01/2-confidence-filter");
        Files.walk(rejected).sorted((a, b) -> b.compareTo(a)).forEach(file -> file.toFile()
                .delete());
        Files.writeString(rejected, "in the way");

        assertThatThrownBy(() -> output.finish(1, "from-that", samples(), TALLY))
                .isInstanceOf(WorkspaceException.class);

        assertThat(workspace.resolve("support/rounds/01/2-confidence-filter/shard-00001.report.json"))
                .doesNotExist();
        assertThat(output.finished(1, "from-this")).isEmpty();
    }

    @Test
    void refusesATallyThatDoesNotCountTheSamples() {
        assertThatThrownBy(() -> output.finish(1, "from-this", Samples.some("good", 2), TALLY))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("2 accepted of 2");
    }

    private static List<Sample> samples() {
        List<Sample> samples = new ArrayList<>(Samples.some("good", 3));
        samples.add(1, Samples.labelled("bad-1", "?", "lost", 0.1).rejected("too-short"));
        samples.add(Samples.labelled("bad-2", "!", "lost", 0.1).rejected("too-short"));
        return samples;
    }
}
