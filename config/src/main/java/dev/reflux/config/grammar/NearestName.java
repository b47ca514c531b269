package dev.reflux.config.grammar;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Finds the name that was probably meant. */
final class NearestName {

    private NearestName() {}

    /** The nearest of the known names, or empty if none is within a third of its length in single-character edits. */
    static Optional<String> of(String written, List<String> known) {
        String bare = bare(written);
        return known.stream()
                .filter(name -> distance(bare, bare(name)) <= (bare(name).length() + 2) / 3)
                .min(Comparator.comparingInt(name -> distance(bare, bare(name))));
    }

    /** The remedy for an unknown name. */
    static String remedy(String written, List<String> known) {
        return of(written, known).map(name -> "did you mean " + name + "?").orElse("write one of these or remove it");
    }

    /** {@code api_key}, {@code api-key} and {@code apikey} are the same slip. */
    private static String bare(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[-_ ]", "");
    }

    /** Levenshtein distance over two rows. Names longer than any key are not compared. */
    private static int distance(String left, String right) {
        if (Math.abs(left.length() - right.length()) > right.length()) {
            return Integer.MAX_VALUE;
        }
        int[] previous = new int[right.length() + 1];
        for (int j = 0; j <= right.length(); j++) {
            previous[j] = j;
        }
        for (int i = 1; i <= left.length(); i++) {
            int[] current = new int[right.length() + 1];
            current[0] = i;
            for (int j = 1; j <= right.length(); j++) {
                int replaced = previous[j - 1] + (left.charAt(i - 1) == right.charAt(j - 1) ? 0 : 1);
                current[j] = Math.min(replaced, 1 + Math.min(previous[j], current[j - 1]));
            }
            previous = current;
        }
        return previous[right.length()];
    }
}
