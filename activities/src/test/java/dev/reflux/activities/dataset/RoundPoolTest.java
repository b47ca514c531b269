package dev.reflux.activities.dataset;

import static dev.reflux.activities.dataset.CampaignFiles.all;
import static org.assertj.core.api.Assertions.assertThat;

import dev.reflux.activities.shard.CampaignFolder;
import dev.reflux.activities.shard.LocalWorkspace;
import dev.reflux.activities.shard.Sample;
import dev.reflux.activities.shard.Sample.Decision;
import dev.reflux.activities.shard.Sample.Provenance;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RoundPoolTest {

    @TempDir
    private Path root;

    /** As they do where the pool was made of one instruction before. */
    @Test
    void samplesOfOneOriginAreSolvedOneByOne() {
        Provenance origin = new Provenance("in.jsonl:1", null, null, 0, null);
        Sample first = new Sample("a", "one", null, null, List.of(), Decision.ACCEPTED, null, origin);
        Sample second = first.child("two", "evolve/deepen");
        Sample third = first.child("three", "evolve/deepen");
        CampaignFolder folder = new LocalWorkspace(root).folder("campaign");
        folder.pool().write(1, List.of(first, second, third));
        folder.accepted(1, 1, "answer").write(1, List.of(first, third.child("three, harder", "evolve/deepen")));

        Solved solved = new Solved(folder.pool());
        folder.accepted(1, 1, "answer").forEach(solved::note);

        long unsolved = RoundPool.writeNext(folder.pool(), solved, folder.unsolved(2));

        assertThat(unsolved).isEqualTo(1);
        assertThat(all(folder.unsolved(2))).containsExactly(second);
    }
}
