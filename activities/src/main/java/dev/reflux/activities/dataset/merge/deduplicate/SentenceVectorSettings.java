package dev.reflux.activities.dataset.merge.deduplicate;

import dev.reflux.config.EmbeddedModel;
import dev.reflux.config.Key;

/** How texts are found that say the same in other words: by the cosine of sentence vectors made in this process. */
public record SentenceVectorSettings(
        @Key(value = "Least cosine of two duplicates' vectors.", otherwise = "0.9", least = 0.5, most = 1)
        double threshold) {

    static final EmbeddedModel MODEL = EmbeddedModel.ALL_MINILM_L6_V2;
}
