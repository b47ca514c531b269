package dev.reflux.activities.dataset.merge.deduplicate;

import com.dynatrace.hash4j.hashing.Hasher64;
import com.dynatrace.hash4j.hashing.Hashing;
import dev.reflux.activities.dataset.merge.EvenSort;
import dev.reflux.activities.dataset.merge.deduplicate.MinHashSettings.Unit;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/**
 * The set of shingles of a text: distinct XXH3 hashes of 64 bits, ascending. They depend on the text alone, so that they may
 * be compared between machines. Among the shingles of two texts, two different ones meet with a chance of about 2^-50.
 */
final class Shingles {

    private static final Hasher64 HASH = Hashing.xxh3_64();

    private static final int ASCII = 0x80;

    /** Of each character of ASCII. */
    private static final boolean[] IS_OF_WORD = new boolean[ASCII];

    /** Writes a UTF-16 unit as two bytes, the lower first. */
    private static final VarHandle UNITS = MethodHandles.byteArrayViewVarHandle(char[].class, ByteOrder.LITTLE_ENDIAN);

    static {
        for (int point = 0; point < ASCII; point++) {
            IS_OF_WORD[point] = isOfWord(point);
        }
    }

    private final Unit unit;
    private final int size;

    Shingles(Unit unit, int size) {
        this.unit = unit;
        this.size = size;
    }

    /** Of a text as {@code TextKey.normalised} leaves it; empty where it is shorter than one shingle. */
    long[] of(String normalised) {
        return unit == Unit.WORDS ? ofWords(normalised) : ofCharacters(normalised);
    }

    /** Jaccard similarity of two sets, neither empty. */
    static double jaccard(long[] one, long[] other) {
        int shared = 0;
        int next = 0;
        for (long shingle : one) {
            while (next < other.length && other[next] < shingle) {
                next++;
            }
            if (next < other.length && other[next] == shingle) {
                shared++;
            }
        }
        return (double) shared / (one.length + other.length - shared);
    }

    /** Words are written out with one blank between them, so that a shingle is a run of bytes. */
    private long[] ofWords(String normalised) {
        char[] text = normalised.toCharArray();
        byte[] words = new byte[Character.BYTES * (text.length + 1)];
        int[] starts = new int[text.length / 2 + 2];
        int count = 0;
        int end = 0;
        boolean within = false;
        for (int i = 0; i < text.length; i++) {
            char next = text[i];
            if (next < ASCII ? IS_OF_WORD[next] : isOfWord(text, i)) {
                if (!within) {
                    starts[count++] = end;
                    within = true;
                }
                UNITS.set(words, end, next);
                end += Character.BYTES;
            } else if (within) {
                UNITS.set(words, end, ' ');
                end += Character.BYTES;
                within = false;
            }
        }
        if (within) {
            UNITS.set(words, end, ' ');
            end += Character.BYTES;
        }
        starts[count] = end;
        return hashed(words, starts, count);
    }

    private long[] ofCharacters(String text) {
        byte[] characters = new byte[Character.BYTES * text.length()];
        int[] starts = new int[text.length() + 1];
        for (int i = 0; i < text.length(); i++) {
            UNITS.set(characters, starts[i], text.charAt(i));
            starts[i + 1] = starts[i] + Character.BYTES;
        }
        return hashed(characters, starts, text.length());
    }

    /** @param starts of each unit, and the end of the last one */
    private long[] hashed(byte[] bytes, int[] starts, int units) {
        int count = Math.max(0, units - size + 1);
        long[] hashes = new long[count];
        for (int first = 0; first < count; first++) {
            hashes[first] = HASH.hashBytesToLong(bytes, starts[first], starts[first + size] - starts[first]);
        }
        return distinct(EvenSort.sorted(hashes, count));
    }

    private static long[] distinct(long[] sorted) {
        int count = 0;
        for (int i = 0; i < sorted.length; i++) {
            if (i == 0 || sorted[i] != sorted[i - 1]) {
                sorted[count++] = sorted[i];
            }
        }
        return count == sorted.length ? sorted : Arrays.copyOf(sorted, count);
    }

    /** Whether a unit is of a word, by the whole character that it is of. */
    private static boolean isOfWord(char[] text, int at) {
        char unit = text[at];
        if (Character.isHighSurrogate(unit) && at + 1 < text.length && Character.isLowSurrogate(text[at + 1])) {
            return isOfWord(Character.toCodePoint(unit, text[at + 1]));
        } else if (Character.isLowSurrogate(unit) && at > 0 && Character.isHighSurrogate(text[at - 1])) {
            return isOfWord(Character.toCodePoint(text[at - 1], unit));
        }
        return isOfWord(unit);
    }

    private static boolean isOfWord(int point) {
        return Character.isLetter(point)
                || switch (Character.getType(point)) {
                    case Character.DECIMAL_DIGIT_NUMBER, Character.LETTER_NUMBER, Character.OTHER_NUMBER -> true;
                    default -> false;
                };
    }
}
