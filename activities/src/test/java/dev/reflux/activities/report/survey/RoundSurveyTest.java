package dev.reflux.activities.report.survey;

import static org.assertj.core.api.Assertions.assertThat;

import dev.reflux.activities.report.SampleCampaign;
import dev.reflux.activities.shard.CampaignFolder;
import dev.reflux.activities.shard.LocalWorkspace;
import dev.reflux.activities.shard.Sample;
import dev.reflux.activities.shard.SampleLine;
import dev.reflux.activities.shard.ShardReceipt;
import dev.reflux.activities.shard.ShardSet;
import dev.reflux.config.CampaignPlan;
import dev.reflux.config.Provider;
import java.lang.ref.WeakReference;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RoundSurveyTest {
    private static final CampaignPlan PLAN = SampleCampaign.plan(Provider.OPENAI, "gpt-4o-mini", List.of());

    @TempDir
    Path workspace;

    @Test
    void countsWhatWasAcceptedRejectedAndRight() {
        CampaignFolder folder = folder();
        SampleCampaign.fill(folder);

        RoundSurvey survey = RoundSurvey.of(folder, PLAN, 1);

        assertThat(survey.accepted().total()).isEqualTo(2);
        assertThat(survey.rejected().total())
                .as("a sample without confidence is in no bin")
                .isEqualTo(1);
        assertThat(survey.labels()).containsOnlyKeys("card", "refund");
        assertThat(survey.labels().get("refund").precision()).isEqualTo(1);
        assertThat(survey.labels().get("card").precision()).isZero();
        assertThat(survey.reliability().points())
                .extracting(Reliability.Point::accuracy)
                .as("0.35 right, 0.85 wrong, 0.95 right")
                .containsExactly(1.0, 0.0, 1.0);
        assertThat(survey.examples().byReason()).containsOnlyKeys("below-threshold", "no-label");
    }

    @Test
    void keepsThreeExamplesOfAReason() {
        CampaignFolder folder = folder();
        List<Sample> rejected = new ArrayList<>();
        for (int number = 1; number <= 9; number++) {
            rejected.add(SampleCampaign.sample("s" + number, "text " + number, null, null, "too-short"));
        }
        folder.rejected(1, 0, "merge").write(1, rejected);

        assertThat(RoundSurvey.of(folder, PLAN, 1).examples().byReason().get("too-short"))
                .extracting(Sample::id)
                .containsExactly("s1", "s2", "s3");
    }

    @Test
    void letsGoOfEachShardWhileItReads200000Samples() {
        WatchedShards shards = new WatchedShards();
        ShardSet gold = folder().gold();

        RoundSurvey survey = RoundSurvey.of(gold, shards, List.of());

        assertThat(survey.accepted().total()).isEqualTo(200_000);
        assertThat(survey.labels().get("refund").accepted()).isEqualTo(200_000);
        assertThat(shards.mostAlive).as("shards in memory at once").isLessThanOrEqualTo(2);
    }

    private CampaignFolder folder() {
        return new LocalWorkspace(workspace).folder(SampleCampaign.NAME);
    }

    /** Shards made when they are read; every hundredth reading counts those of which a text is still held. */
    private static final class WatchedShards implements ShardSet {
        private static final int SIZE = 250;

        private final List<WeakReference<String>> texts = new ArrayList<>();
        private long mostAlive;

        @Override
        public int count() {
            return 800;
        }

        @Override
        public Path file(int shard) {
            return Path.of("shard-" + shard);
        }

        @Override
        public boolean holds(int shard) {
            return true;
        }

        @Override
        public String fingerprint() {
            return "watched";
        }

        @Override
        public List<Sample> read(int shard) {
            if (shard % 100 == 0) {
                System.gc();
                mostAlive = Math.max(
                        mostAlive,
                        texts.stream().filter(text -> text.get() != null).count());
            }
            String text = "text of shard " + shard;
            texts.add(new WeakReference<>(text));
            List<Sample> samples = new ArrayList<>(SIZE);
            for (int number = 0; number < SIZE; number++) {
                samples.add(SampleCampaign.sample(shard + "-" + number, text, "refund", 0.9, null));
            }
            return samples;
        }

        @Override
        public ShardReceipt writeLines(int shard, List<SampleLine> lines) {
            throw new UnsupportedOperationException("these shards are only read");
        }
    }
}
