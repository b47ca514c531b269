package dev.reflux.config.grammar;

import dev.reflux.config.Environment;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A table of documents in a text file: {@code ### name}, the document, and where it is bad {@code >>> message}; a line
 * {@code schema accepts: reason} where the schema knows less than the parser.
 */
final class CampaignTable {

    static final Environment VARIABLES =
            Environment.of(Map.of("ROUNDS", "3", "WORD", "hello", "KEY", "sk-do-not-print-me", "EMPTY", ""));

    /** One document; message is null where it is good, accepts where the schema refuses it too. */
    record Row(String name, String yaml, String message, String accepts) {

        @Override
        public String toString() {
            return name;
        }
    }

    private CampaignTable() {}

    static List<Row> read(String resource) {
        List<Row> rows = new ArrayList<>();
        for (String section : text(resource).split("(?m)^### ")) {
            if (!section.isBlank()) {
                rows.add(row(section));
            }
        }
        return rows;
    }

    private static Row row(String section) {
        String name = section.substring(0, section.indexOf('\n')).strip();
        StringBuilder yaml = new StringBuilder();
        String message = null;
        String accepts = null;
        for (String line : section.substring(section.indexOf('\n') + 1).split("\n")) {
            if (line.startsWith(">>> ")) {
                message = line.substring(4);
            } else if (line.startsWith("schema accepts: ")) {
                accepts = line;
            } else {
                yaml.append(line.replace("<TAB>", "\t")).append('\n');
            }
        }
        return new Row(name, yaml.toString(), message, accepts);
    }

    private static String text(String resource) {
        try (InputStream stream = CampaignTable.class.getResourceAsStream(resource)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
