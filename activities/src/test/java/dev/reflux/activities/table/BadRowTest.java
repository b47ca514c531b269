package dev.reflux.activities.table;

import static org.assertj.core.api.Assertions.assertThat;

import dev.reflux.activities.table.TableFiles.Content;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BadRowTest {

    @TempDir
    private Path folder;

    @Test
    void everyKindOfBadLineIsListedAndTheGoodOnesAreRead() throws IOException {
        Content content = read(
                "a.jsonl",
                "\uFEFF{\"n\":1}\n\n[2]\nnull\n{\"n\":3}{\"n\":4}\n{\"n\":5,\"n\":6}\r\nM\u00fcll\n{\"n\":7}\r\n{\"n\":\"cut");

        assertThat(content.json()).containsExactly("{\"n\":1}", "{\"n\":7}");
        assertThat(content.badLines()).containsExactly(3L, 4L, 5L, 6L, 7L, 9L);
        assertThat(content.bad().get(5))
                .hasToString(
                        folder.resolve("a.jsonl") + " line 9 must hold JSON, got {\"n\":\"cut; write one object a line:"
                                + " {\"text\": \"…\", \"label\": \"…\"}");
    }

    @Test
    void bytesThatAreNotUtf8SpoilTheirLineAlone() throws IOException {
        Path file = folder.resolve("latin.jsonl");
        Files.write(file, "{\"n\":1}\n{\"n\":\"M\u00fcller\"}\n{\"n\":3}\n".getBytes(StandardCharsets.ISO_8859_1));

        Content content = TableFiles.read(file);

        assertThat(content.json()).containsExactly("{\"n\":1}", "{\"n\":3}");
        assertThat(content.bad().get(0).why()).isEqualTo("must be UTF-8, got other bytes");
    }

    @Test
    void elementsOfAnArrayHaveTheLinesTheyStartOn() throws IOException {
        Content content = read(
                "a.json",
                "\n[ {\"n\":\n1, \"t\":\"a]\\\"},{\"},\n 2,\n{\"n\":[{},[3]]} ,\n {\"n\":}, {\"n\":4},\n]\n x");

        assertThat(content.json()).containsExactly("{\"n\":1,\"t\":\"a]\\\"},{\"}", "{\"n\":[{},[3]]}", "{\"n\":4}");
        assertThat(content.badLines()).containsExactly(4L, 6L, 7L, 8L);
    }

    @Test
    void anArrayThatIsCutOffSaysSo() throws IOException {
        Content content = read("a.json", "[{\"n\":1},\n{\"n\":2},\n{\"n\":");

        assertThat(content.json()).containsExactly("{\"n\":1}", "{\"n\":2}");
        assertThat(content.bad())
                .extracting(BadRow::why)
                .containsExactly("must hold JSON, got {\"n\":", "must end in ], got the file's end");
        assertThat(read("b.json", "[").bad()).hasSize(1);
        assertThat(read("c.json", "[]").bad()).isEmpty();
        assertThat(read("d.json", "").bad()).isEmpty();
    }

    @Test
    void aJsonFileMayHoldOneObjectALine() throws IOException {
        assertThat(read("a.json", "{\"n\":1}\n{\"n\":2}\n").json()).containsExactly("{\"n\":1}", "{\"n\":2}");
    }

    @Test
    void rowsOfCsvMustFitTheirHeader() throws IOException {
        Content content =
                read("a.csv", "a,b\n1,2\n3\n4,5,6\n\n\"x\ny\",\"\"\"\"\n7, \"8\"\n9,\"0\" x\nlast,\"open\n1,2\n");

        assertThat(content.json()).startsWith("{\"a\":\"1\",\"b\":\"2\"}", "{\"a\":\"x\\ny\",\"b\":\"\\\"\"}");
        assertThat(content.badLines()).contains(3L, 4L, 10L);
        assertThat(content.bad().get(0).why())
                .isEqualTo("must be CSV under a header row, got Too few entries: 1 for 2");
        assertThat(content.rows().size() + content.bad().size()).isEqualTo(7);
    }

    @Test
    void aHeaderThatNamesAColumnTwiceIsReported() throws IOException {
        Content content = read("a.csv", "a,a\n1,2\n");

        assertThat(content.rows()).isEmpty();
        assertThat(content.bad().get(0).why())
                .contains("must name each column once")
                .contains("[a, a]");
    }

    private Content read(String name, String text) throws IOException {
        return TableFiles.read(Files.writeString(folder.resolve(name), text));
    }
}
