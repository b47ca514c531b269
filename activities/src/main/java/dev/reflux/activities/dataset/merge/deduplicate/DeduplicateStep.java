package dev.reflux.activities.dataset.merge.deduplicate;

import dev.reflux.activities.dataset.merge.MergeGround;
import dev.reflux.activities.dataset.merge.MergePass;
import dev.reflux.activities.dataset.merge.MergeStep;
import dev.reflux.activities.dataset.merge.Ruling;

/** Keeps the best sample of each connected component of duplicates. */
public final class DeduplicateStep implements MergeStep<DeduplicateSettings> {

    static final String KEPT = "deduplicate/kept-";

    /** The id of the sample that stays in the place of one that this step rejects. */
    public static String survivor(Ruling.Rejection rejection) {
        return rejection.operation().substring(KEPT.length());
    }

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
