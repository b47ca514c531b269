package dev.reflux.activities.dataset.merge.deduplicate;

import dev.reflux.activities.dataset.merge.MergeGround;
import dev.reflux.activities.dataset.merge.MergePass;
import dev.reflux.activities.dataset.merge.MergeStep;
import dev.reflux.activities.dataset.merge.Ruling;
import java.util.ArrayList;
import java.util.List;

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
    public boolean rewrites() {
        return false;
    }

    @Override
    public MergePass begin(DeduplicateSettings settings, MergeGround ground) {
        List<AlikeTexts> ways = new ArrayList<>();
        if (settings.minhash() != null) {
            ways.add(new AlikeTexts(
                    new SharedShingles(settings.minhash()), ground.scratch().resolve("shingles")));
        }
        if (settings.embeddings() != null) {
            ways.add(new AlikeTexts(
                    new SharedMeaning(settings.embeddings()), ground.scratch().resolve("vectors")));
        }
        return new DeduplicatePass(settings.over(), ways);
    }
}
