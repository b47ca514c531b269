package dev.reflux.activities.dataset.merge.deduplicate;

import dev.reflux.activities.dataset.merge.Components;
import java.util.function.IntFunction;

/** A way in which two texts are nearly equal: what is kept of a text for it, and how that is compared. Safe for many threads. */
interface Likeness {

    /** Why a sample goes that is like a better one in this way: a stable kebab-case word. */
    String reason();

    /** Names all that traits depend on beside the text: traits of another description cannot be compared with these. */
    String description();

    /** All that is kept of a text, given as {@code TextKey.normalised} leaves it; empty where it is like no other text. */
    long[] traits(String normalised);

    /** How many keys a text has, one for each band. */
    int bands();

    /** The key of each band, of traits that are not empty: texts that agree in none are not compared. */
    long[] keys(long[] traits);

    /** False if no two texts with so many traits can be alike. */
    boolean mayBeAlike(int oneCount, int otherCount);

    /** Whether two texts are alike, by all that is kept of them. */
    boolean areAlike(long[] one, long[] other);

    /**
     * Joins all texts that are alike, if they are few enough to compare each with each; false, with nothing joined, if not.
     *
     * @param traits of each place
     */
    default boolean joinAll(int texts, IntFunction<long[]> traits, Components components) {
        return false;
    }
}
