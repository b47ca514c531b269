package dev.reflux.activities.dataset.merge.split;

import dev.reflux.activities.dataset.merge.MergeGround;
import dev.reflux.activities.dataset.merge.MergePass;
import dev.reflux.activities.dataset.merge.MergeStep;

/** Writes down on each sample which part of the dataset it is in. */
public final class SplitStep implements MergeStep<SplitSettings> {

    @Override
    public String name() {
        return "split";
    }

    @Override
    public Class<SplitSettings> settings() {
        return SplitSettings.class;
    }

    @Override
    public MergePass begin(SplitSettings settings, MergeGround ground) {
        return new SplitPass(settings, new Kinship(settings.near(), ground));
    }
}
