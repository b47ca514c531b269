package dev.reflux.activities.dataset.merge.deduplicate;

import dev.reflux.config.Key;
import dev.reflux.config.MergeSettings;

/** Settings of {@code deduplicate}. */
public record DeduplicateSettings(
        @Key(
                value =
                        "What is compared: the text with the turns and the passage it stands among, the answers, or both.",
                otherwise = "text")
        Over over,

        @Key(
                value =
                        "Takes nearly equal ones for duplicates too; where absent, those that differ only in case and white space.",
                otherwise = Key.ABSENT)
        MinHashSettings minhash,

        @Key(value = "Takes those for duplicates too that say the same in other words.", otherwise = Key.ABSENT)
        SentenceVectorSettings embeddings)
        implements MergeSettings {

    /** What of a sample is compared. */
    public enum Over {
        /** The text, the turns and the passage it stands among, and the marked answers of a preference pair. */
        TEXT,
        /** All answers, in their order. A sample that has none is no duplicate. */
        ANSWER,
        /** The text with what it stands among, and all answers. */
        BOTH
    }
}
