package dev.reflux.activities.dataset;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * What stands for a text where many texts must be remembered: 64 bits of its SHA-256. Among a million texts, two share
 * them with a chance of one in 36 million.
 */
final class TextKey {

    private static final Pattern WHITE_SPACE = Pattern.compile("\\s+", Pattern.UNICODE_CHARACTER_CLASS);

    private TextKey() {}

    /** Key of the exact text. */
    static long of(String text) {
        return ByteBuffer.wrap(sha256().digest(text.getBytes(StandardCharsets.UTF_8))).getLong();
    }

    /** Key of the text without regard to case, white space at its ends, and the length of white space within. */
    static long ofNormalised(String text) {
        return of(WHITE_SPACE.matcher(text).replaceAll(" ").strip().toLowerCase(Locale.ROOT));
    }

    /** A key as 16 hexadecimal digits. */
    static String hex(long key) {
        return HexFormat.of().toHexDigits(key);
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
