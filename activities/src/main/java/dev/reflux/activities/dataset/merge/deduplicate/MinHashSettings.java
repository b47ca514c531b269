package dev.reflux.activities.dataset.merge.deduplicate;

import dev.reflux.config.InvalidSettingException;
import dev.reflux.config.Key;

/**
 * How near-duplicates are found: candidates by MinHash (Broder 1997) and locality-sensitive bands, then the Jaccard
 * similarity of their shingles itself.
 */
public record MinHashSettings(
        @Key(value = "Least Jaccard similarity of two duplicates.", otherwise = "0.8", least = 0.1, most = 1)
        double threshold,

        @Key(
                value = "What a shingle is a run of; characters for languages that put no space between words.",
                otherwise = "words")
        Unit shingle,

        @Key(value = "Words or characters in a shingle.", otherwise = "5", least = 1, most = 100)
        int size,

        @Key(value = "Hashes in a signature.", otherwise = "112", least = 8, most = 1024)
        int permutations,

        @Key(
                value =
                        "Bands a signature is cut into; where absent, the fewest that miss at most 1 in 1000 pairs at the threshold.",
                otherwise = Key.ABSENT,
                least = 1,
                most = 1024)
        Integer bands) {

    /** What shingles are made of. */
    public enum Unit {
        /** Runs of letters and digits, in lower case; punctuation does not count. */
        WORDS,
        /** Characters in lower case, each white space one blank. */
        CHARACTERS
    }

    public MinHashSettings {
        if (bands != null && bands > permutations) {
            throw new InvalidSettingException(
                    "bands",
                    "must be at most permutations, " + permutations,
                    String.valueOf(bands),
                    "leave it out: it is then computed from the threshold");
        }
        if (bands == null && Bands.forThreshold(threshold, permutations).missesTooMany(threshold)) {
            throw new InvalidSettingException(
                    "permutations",
                    "must be enough to miss at most 1 in 1000 pairs at threshold " + threshold,
                    String.valueOf(permutations),
                    "leave it out, or raise the threshold");
        }
    }

    Bands cut() {
        return bands == null ? Bands.forThreshold(threshold, permutations) : new Bands(bands, permutations / bands);
    }
}
