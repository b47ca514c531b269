package dev.reflux.activities.stage.verify.code;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** Source texts that lie beside this room and are put beside an answer. */
final class Source {

    private Source() {}

    static String of(String name) {
        try (InputStream text = Source.class.getResourceAsStream(name)) {
            if (text == null) {
                throw new IllegalStateException("Source " + name + " must lie beside " + Source.class.getName());
            }
            return new String(text.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException failure) {
            throw new UncheckedIOException("Source " + name + " must be readable", failure);
        }
    }
}
