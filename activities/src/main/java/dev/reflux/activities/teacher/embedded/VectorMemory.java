package dev.reflux.activities.teacher.embedded;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Function;

/**
 * Remembers the vectors of the first {@value #MOST_VECTORS} short texts, about 35 MB: rounds and stages ask for the same ones
 * again, and a vector takes a millisecond.
 */
final class VectorMemory {

    static final int MOST_VECTORS = 20_000;
    static final int LONGEST_TEXT = 500;

    private final ConcurrentMap<String, float[]> vectors = new ConcurrentHashMap<>();

    /** The text's vector, which nobody may change. */
    float[] vector(String text, Function<String, float[]> encode) {
        float[] known = vectors.get(text);
        if (known != null) {
            return known;
        }
        float[] vector = encode.apply(text);
        if (text.length() <= LONGEST_TEXT && vectors.size() < MOST_VECTORS) {
            vectors.put(text, vector);
        }
        return vector;
    }
}
