package dev.reflux.activities.dataset;

import com.fasterxml.jackson.databind.JsonNode;
import dev.reflux.config.InvalidCampaignException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.zip.GZIPInputStream;

/**
 * Reads the records of an input file one by one, in the file's order, with the field names that the campaign maps.
 * Whatever is wrong is an {@link InvalidCampaignException} that names file and line.
 */
final class InputReader {

    private static final String GZIP = ".gz";
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private final InputFile file;
    private final Labels labels;
    private final TaskReader tasks;

    InputReader(InputFile file, Labels labels) {
        this.file = file;
        this.labels = labels;
        this.tasks = new TaskReader(file);
    }

    void forEach(Consumer<InputRecord> consumer) {
        InputRows rows = rows();
        try (BufferedReader text = open(file.path())) {
            rows.forEach(text, new Taken(consumer));
        } catch (CharacterCodingException e) {
            throw notUtf8(file);
        } catch (IOException e) {
            throw file.broken(0, "must be readable", String.valueOf(e.getMessage()), "check the file and its disk");
        }
    }

    /** Takes rows until there are as many as the campaign wants. */
    private final class Taken implements InputRows.RowConsumer {

        private final Consumer<InputRecord> consumer;
        private final int wanted = file.grammar().first() == null
                ? Integer.MAX_VALUE
                : file.grammar().first();
        private int taken;

        Taken(Consumer<InputRecord> consumer) {
            this.consumer = consumer;
        }

        @Override
        public void accept(int line, JsonNode fields) {
            if (taken < wanted) {
                taken++;
                consumer.accept(record(line, fields));
            }
        }
    }

    private InputRows rows() {
        String name = file.path().getFileName().toString().toLowerCase(Locale.ROOT);
        name = name.endsWith(GZIP) ? name.substring(0, name.length() - GZIP.length()) : name;
        if (name.endsWith(".jsonl")) {
            return new JsonlRows(file);
        }
        if (name.endsWith(".csv")) {
            return new CsvRows(file);
        }
        throw file.broken(
                0,
                "must end in .jsonl or .csv",
                file.path().getFileName().toString(),
                "convert it, or rename it to what it is");
    }

    private InputRecord record(int line, JsonNode fields) {
        TaskReader.Read read = tasks.read(line, fields);
        String text = read.text() == null ? text(line, fields, file.grammar().text()) : read.text();
        return new InputRecord(line, text, label(line, fields), read.task(), read.answers());
    }

    private String label(int line, JsonNode fields) {
        String name = file.grammar().label();
        boolean wanted = labels == Labels.REQUIRED || (labels == Labels.OPTIONAL && fields.hasNonNull(name));
        return wanted ? text(line, fields, name) : null;
    }

    private String text(int line, JsonNode fields, String name) {
        JsonNode value = fields.get(name);
        if (value == null) {
            List<String> names = new ArrayList<>();
            fields.fieldNames().forEachRemaining(names::add);
            throw file.broken(
                    line,
                    "needs field '" + name + "'",
                    "fields " + names,
                    "add it, or map it: {path: …, text: …, label: …}");
        }
        if (!value.isTextual()) {
            throw file.broken(line, "field '" + name + "' must be text", value.toString(), "write it as a JSON string");
        }
        if (value.textValue().isBlank()) {
            throw file.broken(
                    line, "field '" + name + "' must not be empty", "\"\"", "fill it in, or remove the record");
        }
        return value.textValue();
    }

    /** Text of a file that may be compressed, without its byte order mark; what is not UTF-8 fails in reading. */
    static BufferedReader open(Path path) throws IOException {
        InputStream bytes = Files.newInputStream(path);
        boolean packed = path.getFileName().toString().toLowerCase(Locale.ROOT).endsWith(GZIP);
        Reader strict = new InputStreamReader(
                packed ? new GZIPInputStream(bytes) : bytes,
                StandardCharsets.UTF_8
                        .newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT));
        BufferedReader text = new BufferedReader(strict);
        text.mark(1);
        if (text.read() != BYTE_ORDER_MARK) {
            text.reset();
        }
        return text;
    }

    /** The complaint about bytes that are not UTF-8, with their line where it can be told. */
    static InvalidCampaignException notUtf8(InputFile file) {
        try {
            return file.broken(
                    Utf8.firstBadLine(file.path()),
                    "must be UTF-8",
                    "other bytes",
                    "save the file with encoding UTF-8");
        } catch (IOException e) {
            return file.broken(0, "must be UTF-8", "other bytes", "save the file with encoding UTF-8");
        }
    }
}
