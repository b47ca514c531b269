package dev.reflux.activities.table;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Rows, written and read back. */
final class TableFiles {

    private static final List<String> PARTS = List.of(
            "plain",
            "\"",
            "'",
            ",",
            "\\",
            "\n",
            "\r\n",
            "\t",
            " ",
            "👩‍💻",
            "😀",
            "שלום",
            "مرحبا\u200F",
            "日本語",
            "é",
            "\u2028",
            "{",
            "]",
            "\u0007");

    private TableFiles() {}

    /** What a file holds. */
    record Content(List<ObjectNode> rows, List<BadRow> bad) {

        List<String> json() {
            return rows.stream()
                    .map(row -> new String(JsonRow.write(row), StandardCharsets.UTF_8))
                    .toList();
        }

        List<Long> badLines() {
            return bad.stream().map(BadRow::line).toList();
        }
    }

    static Content read(Path file) {
        return read(file, Piece.Bytes.MOST);
    }

    static Content read(Path file, int longest) {
        Content content = new Content(new ArrayList<>(), new ArrayList<>());
        try (RowReader reader = Tables.open(file, content.bad()::add, longest)) {
            for (Row row = reader.next(); row != null; row = reader.next()) {
                content.rows().add(row.fields());
            }
        }
        return content;
    }

    static void write(Path file, List<ObjectNode> rows) {
        try (RowWriter writer = Tables.create(file)) {
            rows.forEach(writer::write);
            writer.commit();
        }
    }

    /** A text of quotes, emoji, right-to-left and whatever else goes wrong, seeded. */
    static String text(Random random, List<String> more) {
        StringBuilder text = new StringBuilder();
        for (int part = random.nextInt(8); part > 0; part--) {
            int index = random.nextInt(PARTS.size() + more.size());
            text.append(index < PARTS.size() ? PARTS.get(index) : more.get(index - PARTS.size()));
        }
        return text.toString();
    }

    /** A flat row of texts. */
    static ObjectNode flat(Random random, List<String> more) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("text", text(random, more))
                .put("a \"quoted\", name", text(random, more));
    }

    /** A row as trainers have it: messages, a number, a list of texts. */
    static ObjectNode nested(Random random, List<String> more) {
        ObjectNode row = JsonNodeFactory.instance.objectNode();
        for (int turn = 0; turn < 1 + random.nextInt(3); turn++) {
            row.withArray("messages")
                    .addObject()
                    .put("role", turn % 2 == 0 ? "user" : "assistant")
                    .put("content", text(random, more));
        }
        row.putArray("tags").add(text(random, more)).add(text(random, more));
        row.putArray("none");
        row.put("score", random.nextInt(1_000) / 8.0 + 0.0625)
                .put("count", random.nextLong())
                .put("good", random.nextBoolean());
        row.putObject("meta")
                .put("source", text(random, more))
                .putObject("deep")
                .put("x", random.nextInt());
        return row;
    }
}
