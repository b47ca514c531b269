package dev.reflux.activities.dataset;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Finds what is not UTF-8 in a file; a decoder that reads ahead cannot say where it was. */
final class Utf8 {

    private Utf8() {}

    /** Number, from 1, of the first line that is not UTF-8; 0 if all are. No byte of a longer character is a line feed. */
    static int firstBadLine(Path path) throws IOException {
        try (InputStream bytes = new BufferedInputStream(Files.newInputStream(path))) {
            ByteArrayOutputStream line = new ByteArrayOutputStream();
            int number = 1;
            for (int next = bytes.read(); next >= 0; next = bytes.read()) {
                if (next != '\n') {
                    line.write(next);
                    continue;
                }
                if (!isUtf8(line)) {
                    return number;
                }
                line.reset();
                number++;
            }
            return isUtf8(line) ? 0 : number;
        }
    }

    private static boolean isUtf8(ByteArrayOutputStream bytes) {
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes.toByteArray()));
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }
}
