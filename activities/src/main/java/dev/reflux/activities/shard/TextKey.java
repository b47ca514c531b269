package dev.reflux.activities.shard;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;

/**
 * What stands for a text where many texts must be remembered: 64 bits of its SHA-256. Among a million texts, two share
 * them with a chance of one in 36 million.
 */
public final class TextKey {

    private static final char ASCII_END = 0x7F;

    private TextKey() {}

    /** Key of the exact text. */
    public static long of(String text) {
        return ByteBuffer.wrap(sha256().digest(text.getBytes(StandardCharsets.UTF_8)))
                .getLong();
    }

    /** Key of the text without regard to case, white space at its ends, and the length of white space within. */
    public static long ofNormalised(String text) {
        return of(normalised(text));
    }

    /**
     * The text in lower case, each white space one blank, none at its ends. A loop and not a pattern: a pattern takes most
     * of the time that reading a large pool takes.
     */
    public static String normalised(String text) {
        char[] plain = text.toCharArray();
        int length = 0;
        boolean isLow = true;
        for (int i = 0; i < plain.length; i++) {
            char next = plain[i];
            if (next > ' ' && next < ASCII_END) {
                plain[length++] = next >= 'A' && next <= 'Z' ? (char) (next + 'a' - 'A') : next;
            } else if (next != ' ' && !Character.isWhitespace(next) && !Character.isSpaceChar(next)) {
                plain[length++] = next;
                isLow &= Character.toLowerCase(next) == next && !Character.isSurrogate(next);
            } else if (length > 0 && plain[length - 1] != ' ') {
                plain[length++] = ' ';
            }
        }
        boolean endsInBlank = length > 0 && plain[length - 1] == ' ';
        String low = new String(plain, 0, endsInBlank ? length - 1 : length);
        return isLow ? low : low.toLowerCase(Locale.ROOT);
    }

    /** A key as 16 hexadecimal digits. */
    public static String hex(long key) {
        return HexFormat.of().toHexDigits(key);
    }

    /** A digest to be fed, for what is more than one text. */
    public static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
