package dev.reflux.activities.dataset;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.reflux.activities.shard.Task;
import dev.reflux.activities.table.RowWriter;
import dev.reflux.activities.table.Tables;
import dev.reflux.config.DataFile;
import dev.reflux.config.TaskFields;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InputReaderTest {

    @TempDir
    private Path folder;

    @Test
    void readsQuotedFieldsWithLineBreaksAndKnowsTheLineEachRowStartsOn() throws IOException {
        String csv = "text,label\r\nplain,a\r\n\"two\r\nlines\",b\r\n\r\n\"say \"\"hi\"\", please\",c\r\nlast,d";

        assertThat(read("data.csv", csv))
                .containsExactly(
                        plain(2, "plain", "a"),
                        plain(3, "two\r\nlines", "b"),
                        plain(6, "say \"hi\", please", "c"),
                        plain(7, "last", "d"));
    }

    @Test
    void passesOverAByteOrderMark() throws IOException {
        assertThat(read("data.csv", "\uFEFFtext,label\nä,a\n")).containsExactly(plain(2, "ä", "a"));
        assertThat(read("data.jsonl", "\uFEFF{\"text\": \"ä\", \"label\": \"a\"}"))
                .containsExactly(plain(1, "ä", "a"));
    }

    @Test
    void countsBlankLines() throws IOException {
        assertThat(read(
                        "data.jsonl",
                        "\n{\"text\": \"x\", \"label\": \"a\"}\r\n\r\n{\"text\": \"y\", \"label\": \"b\"}\n\n"))
                .containsExactly(plain(2, "x", "a"), plain(4, "y", "b"));
    }

    @Test
    void readsTheFieldsThatTheCampaignMaps() throws IOException {
        Path path = Files.writeString(folder.resolve("data.csv"), "id,utterance,intent\n1,x,a\n");
        DataFile grammar = new DataFile("data.csv", "utterance", "intent", TaskFields.STANDARD, null, 1);

        assertThat(read(new InputFile("inputs.seeds", path, grammar), true)).containsExactly(plain(2, "x", "a"));
        assertThat(read(new InputFile("inputs.pool", path, grammar), false)).containsExactly(plain(2, "x", null));
    }

    @ParameterizedTest
    @ValueSource(strings = {"data.json", "data.jsonl.zst", "data.csv.gz", "data.parquet"})
    void readsEveryKindOfFile(String name) {
        Path path = folder.resolve(name);
        try (RowWriter writer = Tables.create(path)) {
            writer.write(JsonNodeFactory.instance.objectNode().put("text", "x").put("label", "a"));
            writer.commit();
        }
        List<InputRecord> records = read(new InputFile("inputs.seeds", path, CampaignFiles.file(name)), true);

        assertThat(records).extracting(InputRecord::text).containsExactly("x");
        assertThat(records).extracting(InputRecord::label).containsExactly("a");
    }

    @Test
    void streamsAHundredThousandRows() throws IOException {
        Path path = folder.resolve("data.csv");
        try (BufferedWriter csv = Files.newBufferedWriter(path)) {
            csv.write("text,label\n");
            for (int row = 0; row < 100_000; row++) {
                csv.write("\"row " + row + ",\nsecond line\",a\n");
            }
        }
        AtomicLong rows = new AtomicLong();
        AtomicLong lastLine = new AtomicLong();

        new InputReader(new InputFile("inputs.pool", path, CampaignFiles.file("data.csv")), Labels.REQUIRED)
                .forEach(input -> {
                    rows.incrementAndGet();
                    lastLine.set(input.line());
                });

        assertThat(rows).hasValue(100_000);
        assertThat(lastLine).hasValue(2 + 2 * 99_999);
    }

    private List<InputRecord> read(String name, String content) throws IOException {
        Path path = Files.writeString(folder.resolve(name), content);
        return read(new InputFile("inputs.seeds", path, CampaignFiles.file(name)), true);
    }

    private static List<InputRecord> read(InputFile file, boolean labelled) {
        List<InputRecord> records = new ArrayList<>();
        new InputReader(file, labelled ? Labels.REQUIRED : Labels.UNREAD).forEach(records::add);
        return records;
    }

    private static InputRecord plain(int line, String text, String label) {
        return new InputRecord(line, text, label, Task.NONE, List.of());
    }
}
