package dev.reflux.activities.dataset;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.reflux.activities.dataset.merge.BenchmarkItem;
import dev.reflux.activities.table.Row;
import dev.reflux.config.Benchmark;
import java.util.ArrayList;
import java.util.List;

/** Reads the records of one benchmark file. Whatever is wrong names file and line. */
final class BenchmarkReader {

    private static final List<String> USUAL = List.of(
            "question", "prompt", "instruction", "problem", "text", "query", "turns", "messages", "conversations");

    private final InputFile file;
    private final Benchmark benchmark;

    BenchmarkReader(InputFile file, Benchmark benchmark) {
        this.file = file;
        this.benchmark = benchmark;
    }

    /**
     * All its records.
     *
     * @param name by which its items know it
     * @throws dev.reflux.config.InvalidCampaignException if it is empty or broken
     */
    List<BenchmarkItem> read(String name) {
        List<BenchmarkItem> items = new ArrayList<>();
        new InputRows(file).forEach(row -> items.add(item(name, row)));
        if (items.isEmpty()) {
            throw file.broken(0, "must hold at least one record", "none", "name the file that holds the benchmark");
        }
        return items;
    }

    private BenchmarkItem item(String name, Row row) {
        return new BenchmarkItem(name, row.line(), texts(row.line(), row.fields()));
    }

    private List<String> texts(long line, JsonNode fields) {
        List<String> texts = new ArrayList<>();
        if (benchmark.fields().isEmpty()) {
            gather(usual(line, fields), texts);
        }
        for (String name : benchmark.fields()) {
            gather(named(line, fields, name), texts);
        }
        if (texts.isEmpty()) {
            throw file.broken(
                    line,
                    "needs a text in " + (benchmark.fields().isEmpty() ? USUAL : benchmark.fields()),
                    fields.toString(),
                    "fill it in, remove the record, or name the field: {path: …, fields: […]}");
        }
        return benchmark.several() == Benchmark.Several.JOINED ? List.of(String.join("\n", texts)) : texts;
    }

    private JsonNode usual(long line, JsonNode fields) {
        List<String> names = names(fields);
        for (String wanted : USUAL) {
            for (String name : names) {
                if (name.equalsIgnoreCase(wanted)) {
                    return fields.get(name);
                }
            }
        }
        throw file.broken(
                line,
                "needs one of the fields " + USUAL,
                "fields " + names,
                "name the one that holds what is asked: {path: …, fields: […]}");
    }

    private JsonNode named(long line, JsonNode fields, String name) {
        JsonNode value = fields.has(name) ? fields.get(name) : below(fields, name.split("\\."), 0);
        if (value.isMissingNode()) {
            throw file.broken(
                    line,
                    "needs field '" + name + "'",
                    "fields " + names(fields),
                    "correct fields: […] of the benchmark");
        }
        return value;
    }

    /** What lies at a path, in all members of the lists on the way. */
    private static JsonNode below(JsonNode node, String[] path, int depth) {
        if (depth == path.length) {
            return node;
        } else if (!node.isArray()) {
            return below(node.path(path[depth]), path, depth + 1);
        }
        List<JsonNode> found = new ArrayList<>();
        node.forEach(member -> found.add(below(member, path, depth)));
        found.removeIf(JsonNode::isMissingNode);
        return found.isEmpty()
                ? MissingNode.getInstance()
                : JsonNodeFactory.instance.arrayNode().addAll(found);
    }

    /** A text, all texts of a list, or the user's turns of a conversation. */
    private static void gather(JsonNode value, List<String> texts) {
        if (value.isTextual() && !value.textValue().isBlank()) {
            texts.add(value.textValue());
        } else if (value.isArray()) {
            value.forEach(member -> gather(member, texts));
        } else if (value.isObject() && isAsked(value)) {
            gather(value.path(value.has("content") ? "content" : "value"), texts);
        }
    }

    private static boolean isAsked(JsonNode turn) {
        String role = turn.path("role").asText(turn.path("from").asText("user"));
        return role.equals("user") || role.equals("human");
    }

    private static List<String> names(JsonNode fields) {
        List<String> names = new ArrayList<>();
        fields.fieldNames().forEachRemaining(names::add);
        return names;
    }
}
