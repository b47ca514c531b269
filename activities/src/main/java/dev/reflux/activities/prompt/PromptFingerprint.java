package dev.reflux.activities.prompt;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * Says which wording of a prompt made a sample.
 *
 * @param sha256 SHA-256 of the template in UTF-8, in hexadecimal
 */
public record PromptFingerprint(String sha256) {

    public static PromptFingerprint of(String template) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            return new PromptFingerprint(
                    HexFormat.of().formatHex(digest.digest(template.getBytes(StandardCharsets.UTF_8))));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform must offer SHA-256, this one does not", e);
        }
    }
}
