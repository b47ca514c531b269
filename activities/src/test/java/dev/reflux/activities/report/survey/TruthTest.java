package dev.reflux.activities.report.survey;

import static org.assertj.core.api.Assertions.assertThat;

import dev.reflux.activities.report.SampleCampaign;
import dev.reflux.activities.shard.LocalWorkspace;
import dev.reflux.activities.shard.Sample;
import dev.reflux.activities.shard.ShardSet;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TruthTest {
    @TempDir
    Path workspace;

    @Test
    void findsEveryLabelAmongMany() {
        ShardSet gold = new LocalWorkspace(workspace).folder("campaign").gold();
        for (int shard = 1; shard <= 20; shard++) {
            gold.write(shard, shard(shard));
        }
        Truth truth = Truth.of(gold);
        for (int number = 1000; number < 21_000; number++) {
            assertThat(truth.of("sample-" + number)).isEqualTo("label-" + number % 77);
        }
        assertThat(truth.of("sample-999")).isNull();
        assertThat(truth.of("")).isNull();
    }

    @Test
    void knowsNothingWithoutGold() {
        ShardSet none = new LocalWorkspace(workspace).folder("campaign").gold();
        assertThat(Truth.of(none).of("sample-1")).isNull();
    }

    private static List<Sample> shard(int shard) {
        List<Sample> samples = new ArrayList<>();
        for (int number = shard * 1000; number < (shard + 1) * 1000; number++) {
            samples.add(SampleCampaign.sample("sample-" + number, "", "label-" + number % 77, null, null));
        }
        return samples;
    }
}
