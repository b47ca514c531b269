package dev.reflux.activities.dataset.merge.deduplicate;

import dev.reflux.activities.dataset.merge.MergeGround;
import dev.reflux.activities.dataset.merge.MergePass;
import dev.reflux.activities.dataset.merge.MergeStep;

/** Keeps the best sample of each connected component of duplicates. */
public final class DeduplicateStep implements MergeStep<DeduplicateSettings> {

    @Override
    public String name() {
        return "deduplicate";
    }

    @Override
    public Class<DeduplicateSettings> settings() {
        return DeduplicateSettings.class;
    }

    @Override
    public MergePass begin(DeduplicateSettings settings, MergeGround ground) {
        MinHashSettings near = settings.minhash();
        return new DeduplicatePass(settings.over(), near == null ? null : new NearDuplicates(near, ground.scratch()));
    }
}
