package dev.reflux.activities.dataset.merge.rank;

import dev.reflux.config.EmbeddedModel;
import dev.reflux.config.Key;

/** How samples are told that mean nearly the same: by the cosine of sentence vectors made in this process. */
public record DiverseSettings(
        @Key(
                value = "Greatest cosine of a sample's vector and that of a better one that stays.",
                otherwise = "0.9",
                least = 0,
                most = 1)
        double threshold,

        @Key(
                value =
                        "What of a sample is compared: its text with the user's turns and the passage before it, its first answer, or both.",
                otherwise = "text")
        Of of) {

    static final EmbeddedModel MODEL = EmbeddedModel.ALL_MINILM_L6_V2;

    /** What of a sample is compared. */
    public enum Of {
        /** What is asked: the user's turns before the text, the passage, the text. */
        TEXT,
        /** The first answer; empty where there is none. */
        ANSWER,
        /** Both, one after the other. */
        BOTH
    }
}
