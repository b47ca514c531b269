package dev.reflux.activities.convert;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.reflux.activities.layout.Layout;
import dev.reflux.activities.layout.WritingOptions;
import dev.reflux.activities.learning.TestData;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.opentest4j.TestAbortedException;

/** Files of trees, nested or a row for each message. */
class OasstFilesTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    private Path folder;

    @Test
    void messagesThatAreARowEachMakeUpTheirTrees() throws IOException {
        Path in = write(
                message("q", null, "prompter", null),
                message("bad", "q", "assistant", "1"),
                message("good", "q", "assistant", "0"),
                message("more", "good", "prompter", null),
                message("yes", "more", "assistant", null),
                message("r", null, "prompter", null),
                message("s", "r", "assistant", "0"));

        assertThat(FileConversion.layoutOf(in)).isEqualTo(Layout.OASST);
        ConversionReport report = convert(in, Layout.MESSAGES);

        assertThat(report.read()).isEqualTo(2);
        assertThat(report.isComplete()).isTrue();
        assertThat(rows()).extracting(row -> said(row.path("messages"))).containsExactly("q good more yes", "r s");
        assertThat(rows())
                .extracting(row -> row.path("message_tree_id").asText())
                .containsExactly("q", "r");
    }

    @Test
    void aMessageWhoseParentIsNotBeforeItIsNamedByItsLineAndTheRestIsRead() throws IOException {
        Path in = write(
                message("q", null, "prompter", null),
                message("lost", "nowhere", "assistant", "0"),
                message("of the lost", "lost", "prompter", null),
                message("a", "q", "assistant", "0"),
                message("a", "q", "assistant", "1"),
                message("r", null, "prompter", null),
                message("late", "q", "assistant", "2"));

        ConversionReport report = convert(in, Layout.MESSAGES);

        assertThat(report.bad()).isEqualTo(4);
        assertThat(report.unwritten())
                .extracting(ConversionReport.Unwritten::line)
                .containsExactly(2L, 3L, 5L, 7L, 6L);
        assertThat(report.unwritten().get(0).why())
                .isEqualTo(
                        "parent_id must be that of a message before it in the same tree, got nowhere; sort the rows by"
                                + " tree, each message after the one it replies to");
        assertThat(report.unwritten().get(2).why()).startsWith("message_id must occur once, got a again");
        assertThat(report.unwritten().get(4).why())
                .isEqualTo("a tree must hold an answer to be a conversation, got none");
        assertThat(rows()).extracting(row -> said(row.path("messages"))).containsExactly("q a");
    }

    /** Sixty published trees: 684 messages, 122 prompts whose answers people ranked. */
    @ParameterizedTest
    @EnumSource(
            value = Layout.class,
            names = {"MESSAGES", "PREFERENCE"})
    void publishedTreesSayTheSameNestedAndAsMessages(Layout to) throws IOException {
        Path nested = TestData.find("instruction/oasst_en_60_tree.jsonl")
                .orElseThrow(() ->
                        new TestAbortedException("needs the public data file instruction/oasst_en_60_tree.jsonl"));
        assertThat(FileConversion.layoutOf(nested)).isEqualTo(Layout.OASST);
        List<String> flat = new ArrayList<>();
        for (String line : Files.readAllLines(nested)) {
            flatten(null, (ObjectNode) JSON.readTree(line).path("prompt"), flat);
        }
        assertThat(flat).hasSize(684);

        ConversionReport report = convert(nested, to);
        List<JsonNode> fromTrees = rows();
        assertThat(convert(write(flat.toArray(String[]::new)), to).isComplete()).isEqualTo(report.isComplete());

        assertThat(rows()).isEqualTo(fromTrees);
        assertThat(report.read()).isEqualTo(60);
        TreeSet<String> trees = new TreeSet<>();
        fromTrees.forEach(row -> trees.add(row.path("message_tree_id").asText()));
        assertThat(trees.size()).isEqualTo((int) (60 - report.refused()));
        assertThat(fromTrees.size()).isGreaterThan(60);
        if (to == Layout.PREFERENCE) {
            assertThat(fromTrees.size()).isEqualTo(ranked(nested)).isEqualTo(122);
        }
    }

    private static int ranked(Path nested) throws IOException {
        int pairs = 0;
        for (String line : Files.readAllLines(nested)) {
            pairs += ranked(JSON.readTree(line).path("prompt"));
        }
        return pairs;
    }

    private static int ranked(JsonNode message) {
        TreeSet<Integer> ranks = new TreeSet<>();
        int pairs = 0;
        for (JsonNode reply : message.path("replies")) {
            if (reply.path("role").asText().equals("assistant")
                    && reply.path("rank").isInt()) {
                ranks.add(reply.path("rank").asInt());
            }
            pairs += ranked(reply);
        }
        return pairs + (ranks.size() > 1 ? 1 : 0);
    }

    private static void flatten(String parent, ObjectNode message, List<String> rows) {
        ObjectNode row = message.deepCopy();
        row.remove("replies");
        row.put("parent_id", parent);
        rows.add(row.toString());
        message.path("replies")
                .forEach(reply -> flatten(message.path("message_id").asText(), (ObjectNode) reply, rows));
    }

    private static String said(JsonNode messages) {
        List<String> said = new ArrayList<>();
        messages.forEach(message -> said.add(message.path("content").asText()));
        return String.join(" ", said);
    }

    private static String message(String id, String parent, String role, String rank) {
        String to = parent == null ? "null" : '"' + parent + '"';
        return "{\"message_id\": \"" + id + "\", \"parent_id\": " + to + ", \"text\": \"" + id + "\", \"role\": \""
                + role + "\", \"rank\": " + rank + "}";
    }

    private ConversionReport convert(Path in, Layout to) {
        return new FileConversion(in, folder.resolve("out.jsonl"), false)
                .run(Layout.OASST, to, WritingOptions.standard());
    }

    private List<JsonNode> rows() throws IOException {
        List<JsonNode> rows = new ArrayList<>();
        for (String line : Files.readAllLines(folder.resolve("out.jsonl"))) {
            rows.add(JSON.readTree(line));
        }
        return rows;
    }

    private Path write(String... rows) throws IOException {
        return Files.write(folder.resolve("in.jsonl"), List.of(rows));
    }
}
