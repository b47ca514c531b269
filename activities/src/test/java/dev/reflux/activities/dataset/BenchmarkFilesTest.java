package dev.reflux.activities.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.reflux.activities.dataset.merge.BenchmarkItem;
import dev.reflux.config.Benchmark;
import dev.reflux.config.Benchmark.Several;
import dev.reflux.config.InvalidCampaignException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BenchmarkFilesTest {

    @TempDir
    private Path folder;

    @Test
    void readsEveryFormatWithTheLineOfEachRecord() throws IOException {
        write("a.jsonl", "{\"id\": 1, \"question\": \"One?\"}\n\n{\"Prompt\": \"Two?\"}\n");
        write("b.json", "[\n  {\"instruction\": \"One?\"},\n  {\n \"instruction\": \"Two?\"}\n]\n");
        write("c.csv", "Type,Question\nx,\"One,\ntwo?\"\ny,Three?\n");
        write("d.json", "\n{\"text\": \"One?\"}\n");
        try (OutputStream packed = new GZIPOutputStream(Files.newOutputStream(folder.resolve("e.jsonl.gz")))) {
            packed.write("{\"problem\": \"One?\"}".getBytes(StandardCharsets.UTF_8));
        }

        assertThat(read("a.jsonl")).containsExactly(item("a.jsonl", 1, "One?"), item("a.jsonl", 3, "Two?"));
        assertThat(read("b.json")).containsExactly(item("b.json", 2, "One?"), item("b.json", 3, "Two?"));
        assertThat(read("c.csv")).containsExactly(item("c.csv", 2, "One,\ntwo?"), item("c.csv", 4, "Three?"));
        assertThat(read("d.json")).containsExactly(item("d.json", 2, "One?"));
        assertThat(read("e.jsonl.gz")).containsExactly(item("e.jsonl.gz", 1, "One?"));
    }

    @Test
    void takesEachTurnOfTheUserForATextOfItsOwn() throws IOException {
        write("a.jsonl", "{\"turns\": [\"One?\", \"Two?\"]}\n{\"turns\": [{\"content\": \"Three?\"}]}\n");
        write(
                "b.jsonl",
                "{\"messages\": [{\"role\": \"user\", \"content\": \"One?\"}, {\"role\": \"assistant\", \"content\": \"No.\"}]}");
        write(
                "c.jsonl",
                "{\"conversations\": [{\"from\": \"human\", \"value\": \"One?\"}, {\"from\": \"gpt\", \"value\": \"No.\"}]}");

        assertThat(read("a.jsonl")).containsExactly(item("a.jsonl", 1, "One?", "Two?"), item("a.jsonl", 2, "Three?"));
        assertThat(read("b.jsonl")).containsExactly(item("b.jsonl", 1, "One?"));
        assertThat(read("c.jsonl")).containsExactly(item("c.jsonl", 1, "One?"));
    }

    @Test
    void takesTheFieldsThatAreNamedApartOrTogether() throws IOException {
        write("a.jsonl", "{\"Body\": \"A cow.\", \"Question\": \"Why?\", \"x\": {\"y\": [{\"z\": \"Deep.\"}]}}");

        assertThat(read(new Benchmark("a.jsonl", List.of("Body", "Question"), Several.APART)))
                .containsExactly(item("a.jsonl", 1, "A cow.", "Why?"));
        assertThat(read(new Benchmark("a.jsonl", List.of("Body", "Question"), Several.JOINED)))
                .containsExactly(item("a.jsonl", 1, "A cow.\nWhy?"));
        assertThat(read(new Benchmark("a.jsonl", List.of("x.y.z"), Several.APART)))
                .containsExactly(item("a.jsonl", 1, "Deep."));
    }

    @Test
    void aPathMayStandForSeveralFilesInTheOrderOfTheirNames() throws IOException {
        write("one/b.jsonl", "{\"text\": \"B\"}");
        write("one/a.jsonl", "{\"text\": \"A\"}");
        write("one/a.json", "{}");
        write("two/a.jsonl", "{\"text\": \"C\"}");

        assertThat(read("one/*.jsonl")).containsExactly(item("a.jsonl", 1, "A"), item("b.jsonl", 1, "B"));
        assertThat(BenchmarkRecords.of(folder, List.of(plain("one/?.jsonl"), plain("two/a.jsonl"))))
                .extracting(BenchmarkItem::file)
                .containsExactly("one/a.jsonl", "b.jsonl", "two/a.jsonl");
    }

    @Test
    void saysWhichFileAndLineIsWrongAndWhatToDo() throws IOException {
        write("a.jsonl", "{\"question\": \"One?\"}\n{\"query_text\": \"Two?\"}\n");
        write("b.json", "[{\"text\": \"One?\"},\n {\"text\": 2},\n");
        write("c.json", "[{\"text\": \"One?\"},\n\n 7]");
        write("d.jsonl", "");
        write("e.jsonl.gz", "not packed");

        refuses(plain("a.jsonl"), "a.jsonl line 2", "fields [query_text]", "fields: […]");
        refuses(new Benchmark("a.jsonl", List.of("question"), Several.APART), "a.jsonl line 2", "'question'");
        refuses(plain("b.json"), "b.json line 2", "needs a text");
        refuses(plain("c.json"), "c.json line 3", "must hold JSON objects");
        refuses(plain("d.jsonl"), "d.jsonl", "at least one record");
        refuses(plain("e.jsonl.gz"), "e.jsonl.gz", "must be whole and readable");
        refuses(plain("f.jsonl"), "f.jsonl", "must be a file", "campaign file's folder");
        refuses(plain("x*.jsonl"), "x*.jsonl", "at least one file");
        refuses(plain("none/*.jsonl"), "*.jsonl", "must lie in a folder");
    }

    @Test
    void aFileThatIsCutOffSaysSo() throws IOException {
        write("a.json", "[{\"text\": \"One?\"},");

        refuses(plain("a.json"), "a.json line 1", "must end in ]");
    }

    private void refuses(Benchmark benchmark, String... parts) {
        assertThatThrownBy(() -> read(benchmark))
                .isInstanceOf(InvalidCampaignException.class)
                .hasMessageStartingWith("merge.decontaminate.benchmarks[0] ")
                .hasMessageContainingAll(parts);
    }

    private List<BenchmarkItem> read(String path) {
        return read(plain(path));
    }

    private List<BenchmarkItem> read(Benchmark benchmark) {
        return BenchmarkRecords.of(folder, List.of(benchmark));
    }

    private static Benchmark plain(String path) {
        return new Benchmark(path, List.of(), Several.APART);
    }

    private static BenchmarkItem item(String file, int line, String... texts) {
        return new BenchmarkItem(file, line, List.of(texts));
    }

    private void write(String name, String content) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, content);
    }
}
