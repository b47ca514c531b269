package dev.reflux.activities.dataset.merge.rank;

import dev.reflux.activities.dataset.merge.MergeGround;
import dev.reflux.activities.dataset.merge.MergePass;
import dev.reflux.activities.dataset.merge.MergeStep;

/**
 * Keeps the samples that score best: a quota, a share, so many of each group, or all that differ from better ones.
 *
 * <p>After DEITA (arXiv 2312.15685). Unlike some of its ports, the first of two that are alike stays, and a score of 0 is a
 * score.
 */
public final class RankStep implements MergeStep<RankSettings> {

    static final String NAME = "rank";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Class<RankSettings> settings() {
        return RankSettings.class;
    }

    @Override
    public MergePass begin(RankSettings settings, MergeGround ground) {
        return new RankPass(
                settings, settings.diverse() == null ? null : new VectorMaker(settings.diverse(), ground.scratch()));
    }
}
