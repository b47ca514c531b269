package dev.reflux.activities.stage.generate;

import dev.reflux.activities.shard.Sample;
import dev.reflux.activities.shard.SampleId;
import dev.reflux.activities.stage.StageContext;
import java.util.Random;

/**
 * Where something is made: campaign, round and sample, which seed all that is drawn there.
 *
 * @param randomSeed the same for the same place
 */
record DrawPlace(long randomSeed) {

    /** Sample indexes are below it; whoever asks again adds to them. */
    private static final int SAMPLE_INDEXES = 1_000_000_000;

    /** An empty sample's id stands for campaign, shard and call. */
    static DrawPlace of(Sample slot, StageContext context) {
        String place = SampleId.of(context.plan().campaign(), String.valueOf(context.round()), slot.id());
        return new DrawPlace(Long.parseUnsignedLong(place, 16));
    }

    Random random() {
        return new Random(randomSeed);
    }

    /** Keeps two calls of the same words two draws. */
    int sampleIndex() {
        return (int) Long.remainderUnsigned(randomSeed, SAMPLE_INDEXES);
    }
}
