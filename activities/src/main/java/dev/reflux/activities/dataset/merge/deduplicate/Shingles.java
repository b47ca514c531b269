package dev.reflux.activities.dataset.merge.deduplicate;

import com.dynatrace.hash4j.hashing.Hasher64;
import com.dynatrace.hash4j.hashing.Hashing;
import dev.reflux.activities.dataset.merge.deduplicate.MinHashSettings.Unit;
import java.util.Arrays;

/**
 * The set of shingles of a text: distinct XXH3 hashes of 64 bits, ascending. They depend on the text alone, so that they may
 * be compared between machines. Among the shingles of two texts, two different ones meet with a chance of about 2^-50.
 */
final class Shingles {

    private static final Hasher64 HASH = Hashing.xxh3_64();

    private static final int ASCII = 0x80;

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
    private long[] ofWords(String text) {
        byte[] words = new byte[2 * text.length() + 2];
        int[] starts = new int[text.length() / 2 + 2];
        int count = 0;
        int end = 0;
        boolean within = false;
        for (int i = 0; i < text.length(); ) {
            char first = text.charAt(i);
            int point = first < ASCII ? first : text.codePointAt(i);
            int width = Character.charCount(point);
            boolean continues = isOfWord(point);
            if (continues) {
                if (!within) {
                    starts[count++] = end;
                }
                for (int unit = i; unit < i + width; unit++) {
                    end = put(words, end, text.charAt(unit));
                }
            } else if (within) {
                end = put(words, end, ' ');
            }
            within = continues;
            i += width;
        }
        starts[count] = within ? put(words, end, ' ') : end;
        return hashed(words, starts, count);
    }

    private long[] ofCharacters(String text) {
        byte[] characters = new byte[2 * text.length()];
        int[] starts = new int[text.length() + 1];
        for (int i = 0; i < text.length(); i++) {
            starts[i + 1] = put(characters, starts[i], text.charAt(i));
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
        Arrays.sort(hashes);
        int distinct = 0;
        for (int i = 0; i < count; i++) {
            if (i == 0 || hashes[i] != hashes[i - 1]) {
                hashes[distinct++] = hashes[i];
            }
        }
        return Arrays.copyOf(hashes, distinct);
    }

    private static boolean isOfWord(int point) {
        if (point < ASCII) {
            return point >= 'a' && point <= 'z' || point >= '0' && point <= '9' || point >= 'A' && point <= 'Z';
        }
        return Character.isLetter(point)
                || switch (Character.getType(point)) {
                    case Character.DECIMAL_DIGIT_NUMBER, Character.LETTER_NUMBER, Character.OTHER_NUMBER -> true;
                    default -> false;
                };
    }

    private static int put(byte[] bytes, int at, char unit) {
        bytes[at] = (byte) unit;
        bytes[at + 1] = (byte) (unit >>> Byte.SIZE);
        return at + 2;
    }
}
