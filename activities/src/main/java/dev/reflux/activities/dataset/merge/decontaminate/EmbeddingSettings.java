package dev.reflux.activities.dataset.merge.decontaminate;

import dev.reflux.config.EmbeddedModel;
import dev.reflux.config.Key;

/** How paraphrases are found: by the cosine of sentence vectors made in this process. */
public record EmbeddingSettings(
        @Key(
                value = "Least cosine of a sample's vector and a benchmark text's.",
                otherwise = "0.81",
                least = 0,
                most = 1)
        double threshold,

        @Key(
                value = "Lets a teacher judge what is near enough; where absent, all of it is contaminated.",
                otherwise = Key.ABSENT)
        NeighbourJudgeSettings judge) {

    static final EmbeddedModel MODEL = EmbeddedModel.ALL_MINILM_L6_V2;
}
