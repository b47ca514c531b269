package dev.reflux.activities.shard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalWorkspaceTest {

    @TempDir
    private Path root;

    @Test
    void laysACampaignOutAsItsFolderSays() {
        CampaignFolder folder = new LocalWorkspace(root).folder("support");

        folder.gold().write(1, Samples.some("a", 1));
        folder.accepted(3, 2, "judge").write(1, Samples.some("a", 1));
        folder.rejected(3, 2, "judge").write(12, Samples.some("a", 1));
        folder.rejected(3, 0, "merge").write(1, Samples.some("a", 1));
        folder.dataset(12).write(1, Samples.some("a", 1));

        Path support = root.resolve("support");
        assertThat(support.resolve("inputs/gold/shard-00001.jsonl.zst")).exists();
        assertThat(support.resolve("rounds/03/2-judge/shard-00001.jsonl.zst")).exists();
        assertThat(support.resolve("rejected/03/2-judge/shard-00012.json")).exists();
        assertThat(support.resolve("rejected/03/merge/shard-00001.json")).exists();
        assertThat(support.resolve("dataset/12/shard-00001.json")).exists();
        assertThat(folder.preparation(3, 2, "judge")).isEqualTo(support.resolve("rounds/03/2-judge/preparation.json"));
        assertThat(folder.calibration(3, 2, "judge")).isEqualTo(support.resolve("rounds/03/2-judge/calibration.json"));
        assertThat(folder.studentModel(3)).isEqualTo(support.resolve("students/03.model.zst"));
        assertThat(folder.studentReport(3)).isEqualTo(support.resolve("students/03.json"));
    }

    @Test
    void takesThePoolForStageZero() {
        CampaignFolder folder = new LocalWorkspace(root).folder("support");
        folder.pool().write(1, Samples.some("pool", 4));

        assertThat(folder.accepted(7, 0, "pool").read(1)).isEqualTo(Samples.some("pool", 4));
    }

    @Test
    void doesNotLetANameLeadOutOfTheWorkspace() {
        assertThatThrownBy(() -> new LocalWorkspace(root).folder("../other"))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
