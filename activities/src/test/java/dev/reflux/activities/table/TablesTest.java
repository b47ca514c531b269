package dev.reflux.activities.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.reflux.activities.table.TableFiles.Content;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TablesTest {

    private static final List<String> ODD = List.of("\0", "\ud83d", "\ude00", "\ude00\ud83d");

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"a.jsonl", "a.json", "a.jsonl.gz", "a.jsonl.zst", "a.json.gz", "A.JSON.ZST"})
    void tenThousandOddRowsSurviveJson(String name) {
        List<ObjectNode> rows = rows(random -> TableFiles.nested(random, ODD));

        assertSurvive(name, rows);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a.csv", "a.csv.gz", "a.csv.zst"})
    void tenThousandOddRowsSurviveCsv(String name) {
        List<ObjectNode> rows = rows(random -> TableFiles.flat(random, List.of("\0")));

        assertSurvive(name, rows);
    }

    @Test
    void tenThousandOddRowsSurviveParquet() {
        List<ObjectNode> rows = rows(random -> TableFiles.nested(random, List.of("\0")));

        assertSurvive("a.parquet", rows);
    }

    private void assertSurvive(String name, List<ObjectNode> rows) {
        Path file = folder.resolve(name);
        TableFiles.write(file, rows);

        Content content = TableFiles.read(file);

        assertThat(content.bad()).isEmpty();
        assertThat(content.json()).isEqualTo(new Content(rows, List.of()).json());
    }

    @ParameterizedTest
    @ValueSource(strings = {"a.jsonl", "a.json", "a.csv", "a.jsonl.gz", "a.jsonl.zst", "a.parquet"})
    void sameRowsGiveTheSameBytes(String name) throws IOException {
        List<ObjectNode> rows = rows(random -> TableFiles.flat(random, List.of("\0")));
        TableFiles.write(folder.resolve("1" + name), rows);
        TableFiles.write(folder.resolve("2" + name), rows);

        assertThat(folder.resolve("2" + name)).hasSameBinaryContentAs(folder.resolve("1" + name));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a.jsonl", "a.json", "a.csv", "a.jsonl.gz", "a.jsonl.zst", "a.parquet"})
    void leavesNothingOfWhatWasNotCommitted(String name) throws IOException {
        Path file = Files.writeString(folder.resolve(name), "before");
        try (RowWriter writer = Tables.create(file)) {
            writer.write(JsonNodeFactory.instance.objectNode().put("text", "one"));
        }

        assertThat(file).hasContent("before");
        assertThat(folder).isDirectoryNotContaining("glob:**.part");
        TableFiles.write(file, List.of(JsonNodeFactory.instance.objectNode().put("text", "one")));
        assertThat(TableFiles.read(file).rows()).hasSize(1);
        assertThat(folder).isDirectoryNotContaining("glob:**.part");
    }

    @Test
    void namesTheKnownEndings() {
        assertThatThrownBy(() -> TableFiles.read(folder.resolve("data.txt")))
                .isInstanceOf(TableException.class)
                .hasMessage(
                        "File " + folder.resolve("data.txt") + " must end in .jsonl, .json, .csv (each also with .gz"
                                + " or .zst after it) or .parquet, got data.txt; convert it, or rename it to what it is");
        assertThatThrownBy(() -> Tables.create(folder.resolve("a.parquet.gz"))).isInstanceOf(TableException.class);
    }

    @Test
    void saysThatAFileIsNotThere() {
        for (String name : List.of("none.jsonl", "none.parquet")) {
            assertThatThrownBy(() -> TableFiles.read(folder.resolve(name)))
                    .isInstanceOf(TableException.class)
                    .hasMessageContaining(name);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"a.jsonl.gz", "a.jsonl.zst", "a.csv.gz", "a.parquet"})
    void damagedContainersAreNamedWhereverTheyAreCutOff(String name) throws IOException {
        Path file = folder.resolve(name);
        TableFiles.write(
                file, rows(random -> TableFiles.flat(random, List.of())).subList(0, 200));
        byte[] whole = Files.readAllBytes(file);
        for (int length : new int[] {0, 1, 12, whole.length / 2, whole.length - 3, whole.length - 1}) {
            Files.write(file, Arrays.copyOf(whole, length));

            assertThatThrownBy(() -> TableFiles.read(file))
                    .as("first %s bytes of %s", length, whole.length)
                    .isInstanceOf(TableException.class)
                    .hasMessageContaining(file.toString());
        }
    }

    @Test
    void readsMembersOfGzipOneAfterAnotherAndComplainsOfOtherBytesThere() throws IOException {
        Path one = folder.resolve("1.jsonl.gz");
        TableFiles.write(one, List.of(JsonNodeFactory.instance.objectNode().put("n", 1)));
        byte[] member = Files.readAllBytes(one);
        byte[] two = Arrays.copyOf(member, member.length * 2);
        System.arraycopy(member, 0, two, member.length, member.length);

        assertThat(TableFiles.read(Files.write(one, two)).rows()).hasSize(2);
        two[member.length] = 0;
        Files.write(one, two);
        assertThatThrownBy(() -> TableFiles.read(one)).hasMessageContaining("after the end");
    }

    @Test
    void bigLinesPassAndThoseBeyondTheBoundAreReported() throws IOException {
        String big = "{\"text\":\"" + "x".repeat(1 << 20) + "\"}";
        Path file = Files.writeString(folder.resolve("big.jsonl"), big + "\n{\"text\":\"1\"}\n");

        assertThat(TableFiles.read(file).rows()).hasSize(2);
        assertThat(TableFiles.read(file, 1 << 20).badLines()).containsExactly(1L);
        assertThat(TableFiles.read(file, 1 << 20).rows()).hasSize(1);
    }

    @Test
    void theCharacterThatStandsForBrokenBytesIsOneOfItsOwn() throws IOException {
        byte[] whole = "{\"text\":\"\uFFFD\"}\n".getBytes(StandardCharsets.UTF_8);
        byte[] broken = "{\"text\":\"\u00FF\"}\n".getBytes(StandardCharsets.ISO_8859_1);
        Path file = Files.write(folder.resolve("a.jsonl"), whole);
        Files.write(file, broken, StandardOpenOption.APPEND);

        Content content = TableFiles.read(file);

        assertThat(content.json()).containsExactly("{\"text\":\"\uFFFD\"}");
        assertThat(content.badLines()).containsExactly(2L);
    }

    @Test
    void numbersKeepTheirDigits() throws IOException {
        String numbers = "{\"a\":1.10,\"b\":123456789012345678901234567890,\"c\":0.1234567890123456789,\"d\":-0}";
        Path file = Files.writeString(folder.resolve("n.jsonl"), numbers + "\n", StandardCharsets.UTF_8);
        Path copy = folder.resolve("m.jsonl");
        TableFiles.write(copy, TableFiles.read(file).rows());

        assertThat(copy).content().isEqualToIgnoringWhitespace(numbers.replace("-0", "0"));
    }

    private static List<ObjectNode> rows(Function<Random, ObjectNode> made) {
        Random random = new Random(7);
        List<ObjectNode> rows = new ArrayList<>();
        for (int row = 0; row < 10_000; row++) {
            rows.add(made.apply(random));
        }
        return rows;
    }
}
