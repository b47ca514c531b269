package dev.reflux.activities.dataset;

import dev.reflux.config.InvalidCampaignException;
import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.zip.GZIPInputStream;

/** Files of text in UTF-8. */
final class Utf8 {

    private static final String GZIP = ".gz";
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private Utf8() {}

    /** Text of a file that may be compressed by gzip, without its byte order mark; what is not UTF-8 fails in reading. */
    static BufferedReader open(Path path) throws IOException {
        InputStream bytes = Files.newInputStream(path);
        boolean packed = path.getFileName().toString().toLowerCase(Locale.ROOT).endsWith(GZIP);
        BufferedReader text = new BufferedReader(new InputStreamReader(
                packed ? new GZIPInputStream(bytes) : bytes, StandardCharsets.UTF_8.newDecoder()));
        text.mark(1);
        if (text.read() != BYTE_ORDER_MARK) {
            text.reset();
        }
        return text;
    }

    /** The complaint about bytes that are not UTF-8, with their line where it can be told. */
    static InvalidCampaignException complaint(InputFile file) {
        int line;
        try {
            line = firstBadLine(file.path());
        } catch (IOException e) {
            line = 0;
        }
        return file.broken(line, "must be UTF-8", "other bytes", "save the file with encoding UTF-8");
    }

    /** Number, from 1, of the first line that is not UTF-8; 0 if all are. A decoder that reads ahead cannot say. No byte of a longer character is a line feed. */
    private static int firstBadLine(Path path) throws IOException {
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
