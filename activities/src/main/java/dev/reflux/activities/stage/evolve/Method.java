package dev.reflux.activities.stage.evolve;

import dev.reflux.activities.prompt.Prompt;
import dev.reflux.activities.prompt.PromptFingerprint;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/**
 * How a sample is evolved.
 *
 * @param path as the provenance has it, such as {@code evolve/deepen}
 * @param prompt the template that asks for it
 * @param text the method in words, where the template leaves it open; null where it does not
 */
record Method(String path, Prompt prompt, String text) {

    /** The method that Auto Evol-Instruct starts from. */
    static final String UNIVERSAL = read("universal-method.txt");

    static final String AUTO = EvolveStage.NAME + "/auto";

    private static final Prompt OPEN =
            Prompt.load(Method.class, "auto.txt", "method", "context", "instruction", "language");

    static Method of(Operation operation) {
        return new Method(operation.path(), operation.prompt(), null);
    }

    /** A method that was found, not written down. */
    static Method auto(String text) {
        return new Method(AUTO, OPEN, text);
    }

    /** SHA-256 of the template, with the method where it is filled in. */
    String fingerprint() {
        String template = prompt.fingerprint().sha256();
        return text == null
                ? template
                : PromptFingerprint.of(template + "\n" + text).sha256();
    }

    private static String read(String file) {
        try (InputStream in = Method.class.getResourceAsStream(file)) {
            if (in == null) {
                throw new IllegalStateException("File " + file + " must be on the class path, found nothing");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).strip();
        } catch (IOException e) {
            throw new UncheckedIOException("File " + file + " cannot be read", e);
        }
    }
}
