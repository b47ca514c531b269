package dev.reflux.activities.dataset;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.reflux.activities.dataset.merge.BenchmarkItem;
import dev.reflux.config.Benchmark;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Reads the records of one benchmark file. Whatever is wrong names file and line. */
final class BenchmarkReader {

    private static final List<String> USUAL = List.of(
            "question", "prompt", "instruction", "problem", "text", "query", "turns", "messages", "conversations");

    private static final int LONGEST_BLANK = 1 << 16;

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
        try (BufferedReader text = InputReader.open(file.path())) {
            rows(text).forEach(text, (line, fields) -> items.add(new BenchmarkItem(name, line, texts(line, fields))));
        } catch (CharacterCodingException e) {
            throw InputReader.notUtf8(file);
        } catch (IOException e) {
            throw file.broken(0, "must be readable", String.valueOf(e.getMessage()), "check the file and its disk");
        }
        if (items.isEmpty()) {
            throw file.broken(0, "must hold at least one record", "none", "name the file that holds the benchmark");
        }
        return items;
    }

    private InputRows rows(BufferedReader text) throws IOException {
        String name = file.path().getFileName().toString().toLowerCase(Locale.ROOT);
        String plain = name.endsWith(".gz") ? name.substring(0, name.length() - ".gz".length()) : name;
        if (plain.endsWith(".csv")) {
            return new CsvRows(file);
        } else if (plain.endsWith(".jsonl") || plain.endsWith(".json")) {
            return firstCharacter(text) == '[' ? new JsonArrayRows(file) : new JsonlRows(file);
        }
        throw file.broken(0, "must end in .jsonl, .json or .csv", name, "convert it, or name it by what it is");
    }

    private static int firstCharacter(BufferedReader text) throws IOException {
        text.mark(LONGEST_BLANK);
        int first = text.read();
        for (int i = 1; i < LONGEST_BLANK && Character.isWhitespace(first); i++) {
            first = text.read();
        }
        text.reset();
        return first;
    }

    private List<String> texts(int line, JsonNode fields) {
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

    private JsonNode usual(int line, JsonNode fields) {
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

    private JsonNode named(int line, JsonNode fields, String name) {
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
