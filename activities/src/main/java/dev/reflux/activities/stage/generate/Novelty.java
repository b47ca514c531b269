package dev.reflux.activities.stage.generate;

import dev.reflux.activities.language.Words;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Tells new instructions from variants of known ones by ROUGE-L: the F-measure, in [0, 1], of the longest common subsequence
 * of two texts' lower-cased words. Takes time in proportion to what it knows.
 */
final class Novelty {

    private final double mostSimilar;
    private final Map<String, Integer> vocabulary = new HashMap<>();
    private final List<int[]> known = new ArrayList<>();

    /** @param mostSimilar ROUGE-L that is still new; the very same words never are */
    Novelty(double mostSimilar, List<String> texts) {
        this.mostSimilar = mostSimilar;
        texts.forEach(text -> known.add(words(text)));
    }

    /** True if the text is new; it is known from then on. */
    boolean admits(String text) {
        int[] words = words(text);
        if (known.stream().anyMatch(other -> isNear(words, other))) {
            return false;
        }
        known.add(words);
        return true;
    }

    private boolean isNear(int[] one, int[] other) {
        int shorter = Math.min(one.length, other.length);
        return isNear(measure(shorter, one, other)) && isNear(measure(common(one, other), one, other));
    }

    private boolean isNear(double rougeL) {
        return rougeL > mostSimilar || rougeL == 1;
    }

    /** ROUGE-L of two texts. */
    static double rougeL(String one, String other) {
        Novelty novelty = new Novelty(1, List.of());
        int[] first = novelty.words(one);
        int[] second = novelty.words(other);
        return measure(common(first, second), first, second);
    }

    private static double measure(int common, int[] one, int[] other) {
        return common == 0 ? 0 : 2.0 * common / (one.length + other.length);
    }

    /** Length of the longest common subsequence. */
    private static int common(int[] one, int[] other) {
        int[] row = new int[other.length + 1];
        for (int word : one) {
            int diagonal = 0;
            for (int at = 1; at <= other.length; at++) {
                int above = row[at];
                row[at] = word == other[at - 1] ? diagonal + 1 : Math.max(above, row[at - 1]);
                diagonal = above;
            }
        }
        return row[other.length];
    }

    private int[] words(String text) {
        return Words.of(text).stream()
                .mapToInt(word -> vocabulary.computeIfAbsent(word, key -> vocabulary.size()))
                .toArray();
    }
}
