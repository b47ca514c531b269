package dev.reflux.activities.convert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.reflux.activities.layout.Layout;
import dev.reflux.activities.layout.WritingOptions;
import dev.reflux.activities.table.Row;
import dev.reflux.activities.table.RowReader;
import dev.reflux.activities.table.RowWriter;
import dev.reflux.activities.table.TableException;
import dev.reflux.activities.table.Tables;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files to another layout and encoding, and back. */
class FileConversionTest {
    private static final int ROWS = 10_000;
    private static final String TEXT =
            "\"quoted\" 'single' \\ \uD83D\uDC69\u200D\uD83D\uDCBB \u05E9\u05DC\u05D5\u05DD مرحبا\u0000\nline {{x}} ";

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"there.jsonl", "there.jsonl.zst", "there.json.gz", "there.parquet"})
    void tenThousandConversationsComeBack(String there) {
        Path original = conversations("rows.jsonl", there.endsWith(".parquet") ? "" : "\uD800");
        ConversionReport report = convert(original, folder.resolve(there), Layout.MESSAGES);
        assertThat(report.lost()).isEmpty();
        assertThat(report.written()).isEqualTo(ROWS + 1);

        Path back = folder.resolve("back.jsonl");
        convert(folder.resolve(there), back, Layout.SHAREGPT);
        assertThat(rows(back)).isEqualTo(rows(original));
    }

    @Test
    void everyLineIsWrittenOrNamed() throws IOException {
        Path in = write("""
                {"prompt": "a", "completion": "b", "label": true}
                {"prompt": "a", "completion":
                {"prompt": "a", "completion": 3, "label": true}
                {"prompt": "a", "completion": "c", "label": false}
                """);
        ConversionReport report = convert(in, folder.resolve("out.csv"), Layout.BINARY);
        assertThat(report.read()).isEqualTo(3);
        assertThat(report.written()).isEqualTo(2);
        assertThat(report.refused()).isEqualTo(1);
        assertThat(report.bad()).isEqualTo(1);
        assertThat(report.unwritten()).extracting(row -> row.line()).containsExactly(2L, 3L);
        assertThat(report.unwritten().get(1).why()).contains("completion must be a list of messages, got 3");
        assertThat(Files.readString(folder.resolve("out.csv")))
                .isEqualTo("prompt,completion,label\na,b,true\na,c,false\n");
    }

    @Test
    void namesTheFirstAndCountsTheOthers() throws IOException {
        Path in = write("{\"prompt\": 3}\n".repeat(50));
        ConversionReport report = convert(in, folder.resolve("out.jsonl"), Layout.PROMPT);
        assertThat(report.refused()).isEqualTo(50);
        assertThat(report.unwritten()).hasSize(FileConversion.NAMED);
    }

    @Test
    void makesNoFileOfNothingNorStrictlyOfAPart() throws IOException {
        Path in = write("{\"text\": \"a\", \"label\": \"b\"}\nnonsense\n");
        Path out = folder.resolve("out.jsonl");
        assertThat(new FileConversion(in, out, true)
                        .run(Layout.CLASSIFICATION, Layout.MESSAGES, WritingOptions.standard())
                        .written())
                .isZero();
        assertThat(convert(in, out, Layout.PREFERENCE).written()).isZero();
        assertThat(left()).containsExactly("in.jsonl");
    }

    @Test
    void leavesNothingWhereTheKindOfFileCannotHoldTheRows() {
        Path in = conversations("rows.jsonl", "");
        assertThatThrownBy(() -> convert(in, folder.resolve("out.csv"), Layout.MESSAGES))
                .isInstanceOf(TableException.class)
                .hasMessageContaining("write .jsonl instead");
        assertThat(left()).containsExactly("rows.jsonl");
    }

    private ConversionReport convert(Path in, Path out, Layout to) {
        return new FileConversion(in, out, false).run(FileConversion.layoutOf(in), to, WritingOptions.standard());
    }

    @Test
    void toolsOfDifferentFunctionsFitOneTableAsTexts() throws IOException {
        String talk = "{\"conversations\": [{\"from\": \"human\", \"value\": \"q\"}, {\"from\": \"function_call\","
                + " \"value\": \"{\\\"name\\\": \\\"f\\\", \\\"arguments\\\": {\\\"id\\\": %s}}\"}],"
                + " \"tools\": \"[{\\\"name\\\": \\\"f\\\"}]\"}\n";
        Path in = write(talk.formatted("1") + talk.formatted("\\\"one\\\""));
        Path there = folder.resolve("there.parquet");
        WritingOptions texts = new WritingOptions(false, false, true, WritingOptions.Form.AS_READ);
        assertThat(new FileConversion(in, there, true)
                        .run(Layout.SHAREGPT, Layout.MESSAGES, texts)
                        .written())
                .isEqualTo(2);

        Path back = folder.resolve("back.jsonl");
        convert(there, back, Layout.SHAREGPT);
        assertThat(rows(back)).isEqualTo(rows(in));
    }

    /** The last of them has a line of more than a megabyte. */
    private Path conversations(String name, String odd) {
        Path file = folder.resolve(name);
        try (RowWriter writer = Tables.create(file)) {
            for (int i = 0; i <= ROWS; i++) {
                ObjectNode row = JsonNodeFactory.instance.objectNode();
                String said = TEXT + odd + i;
                row.putArray("conversations")
                        .add(turn("human", said))
                        .add(turn("gpt", i < ROWS ? said : said.repeat(20_000)))
                        .add(turn("human", ""))
                        .add(turn("gpt", "\u2028" + said));
                writer.write(row);
            }
            writer.commit();
        }
        return file;
    }

    private static ObjectNode turn(String from, String value) {
        return JsonNodeFactory.instance.objectNode().put("from", from).put("value", value);
    }

    private static List<ObjectNode> rows(Path file) {
        List<ObjectNode> rows = new ArrayList<>();
        try (RowReader reader = Tables.open(file, bad -> {
            throw new AssertionError(bad);
        })) {
            for (Row row = reader.next(); row != null; row = reader.next()) {
                rows.add(row.fields());
            }
        }
        return rows;
    }

    private Path write(String text) throws IOException {
        return Files.writeString(folder.resolve("in.jsonl"), text);
    }

    private List<String> left() {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
