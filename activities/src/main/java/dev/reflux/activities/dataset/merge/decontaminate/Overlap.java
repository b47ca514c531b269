package dev.reflux.activities.dataset.merge.decontaminate;

import dev.reflux.activities.dataset.merge.decontaminate.DecontaminateSettings.Rule;

/**
 * When a sample and a benchmark text have too many n-grams in common.
 *
 * @param size words in an n-gram
 * @param share in [0, 1], of the words of one benchmark text
 * @param skips words that may differ after an n-gram
 */
record Overlap(int size, Normalisation normalisation, Rule rule, double share, int skips) {

    /** True if so many of the benchmark text's words, at least one n-gram, are enough. */
    boolean isEnough(int covered, int words) {
        double found = (double) covered / words;
        return covered == words
                || switch (rule) {
                    case ANY -> true;
                    case AT_LEAST -> found >= share;
                    case MORE_THAN -> found > share;
                };
    }
}
