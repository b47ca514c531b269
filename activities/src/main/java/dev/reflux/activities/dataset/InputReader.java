package dev.reflux.activities.dataset;

import com.fasterxml.jackson.databind.JsonNode;
import dev.reflux.config.InvalidCampaignException;
import java.io.BufferedReader;
import java.io.IOException;
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

/**
 * Reads the records of an input file one by one, in the file's order, with the field names that the campaign maps.
 * Whatever is wrong is an {@link InvalidCampaignException} that names file and line.
 */
final class InputReader {

    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private final InputFile file;
    private final boolean labelled;

    /** @param labelled whether each record must have a label */
    InputReader(InputFile file, boolean labelled) {
        this.file = file;
        this.labelled = labelled;
    }

    void forEach(Consumer<InputRecord> consumer) {
        InputRows rows = rows();
        try (BufferedReader text = open(file.path())) {
            rows.forEach(text, (line, fields) -> consumer.accept(record(line, fields)));
        } catch (CharacterCodingException e) {
            throw notUtf8();
        } catch (IOException e) {
            throw file.broken(0, "must be readable", String.valueOf(e.getMessage()), "check the file and its disk");
        }
    }

    private InputRows rows() {
        String name = file.path().getFileName().toString().toLowerCase(Locale.ROOT);
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
        String text = text(line, fields, file.grammar().text());
        return new InputRecord(
                line, text, labelled ? text(line, fields, file.grammar().label()) : null);
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

    private static BufferedReader open(Path path) throws IOException {
        Reader strict = new InputStreamReader(
                Files.newInputStream(path),
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

    private InvalidCampaignException notUtf8() {
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
