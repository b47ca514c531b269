package dev.reflux.activities.dataset.merge.decontaminate;

import dev.reflux.activities.dataset.merge.MergeGround;
import dev.reflux.activities.dataset.merge.MergePass;
import dev.reflux.activities.dataset.merge.MergeStep;

/** Rejects samples that overlap with benchmarks, each by itself: what else the dataset holds changes nothing. */
public final class DecontaminateStep implements MergeStep<DecontaminateSettings> {

    /** Its key in a campaign file. */
    public static final String NAME = "decontaminate";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Class<DecontaminateSettings> settings() {
        return DecontaminateSettings.class;
    }

    @Override
    public boolean rewrites() {
        return false;
    }

    @Override
    public MergePass begin(DecontaminateSettings settings, MergeGround ground) {
        OverlapFinder overlaps = new OverlapFinder(ground.benchmarks(), settings.overlap(), settings.shortest());
        Neighbours neighbours =
                settings.embedding() == null ? null : new Neighbours(ground.benchmarks(), settings.embedding());
        return new DecontaminatePass(settings, ground.benchmarks(), new Matcher(overlaps, neighbours));
    }
}
