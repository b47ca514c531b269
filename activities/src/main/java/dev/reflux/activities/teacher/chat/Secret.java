package dev.reflux.activities.teacher.chat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/** A key that must not be printed: prints as stars, and is taken out of what servers say. */
public final class Secret {

    private static final String STARS = "***";

    /** Keys that a server quotes back in part. */
    private static final Pattern KEY_LIKE = Pattern.compile("\\bsk-[\\w*.-]+");

    private final String value;

    private Secret(String value) {
        this.value = value;
    }

    static Secret ofNullable(String value) {
        return value == null ? null : new Secret(value);
    }

    String reveal() {
        return value;
    }

    boolean isIn(String text) {
        return !scrub(this, text).equals(text);
    }

    /** The text without the key, as it is or URL-encoded, and without anything that looks like a key. */
    static String scrub(Secret secret, String text) {
        String scrubbed = KEY_LIKE.matcher(text).replaceAll(STARS);
        if (secret == null) {
            return scrubbed;
        }
        String encoded = URLEncoder.encode(secret.value, StandardCharsets.UTF_8);
        return scrubbed.replace(secret.value, STARS).replace(encoded, STARS);
    }

    @Override
    public String toString() {
        return STARS;
    }
}
