package dev.reflux.activities.report.survey;

import static org.assertj.core.api.Assertions.assertThat;

import dev.reflux.activities.report.MemoryShards;
import dev.reflux.activities.report.SampleCampaign;
import dev.reflux.activities.shard.Sample;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class TruthTest {
    @Test
    void findsEveryLabelAmongMany() {
        MemoryShards gold = new MemoryShards();
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
        assertThat(Truth.of(new MemoryShards()).of("sample-1")).isNull();
    }

    private static List<Sample> shard(int shard) {
        List<Sample> samples = new ArrayList<>();
        for (int number = shard * 1000; number < (shard + 1) * 1000; number++) {
            samples.add(SampleCampaign.sample("sample-" + number, "", "label-" + number % 77, null, null));
        }
        return samples;
    }
}
