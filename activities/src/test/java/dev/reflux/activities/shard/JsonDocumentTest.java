package dev.reflux.activities.shard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JsonDocumentTest {

    @TempDir
    private Path folder;

    private record Settings(String zeta, Duration alpha, Map<String, Integer> counts, List<String> names) {}

    @Test
    void writesComponentsInTheirOrderAndMapsInTheOrderOfTheirKeys() {
        Map<String, Integer> counts = new HashMap<>();
        IntStream.range(0, 3).forEach(i -> counts.put("key-" + (2 - i), i));
        JsonDocument document = new JsonDocument(folder.resolve("new/plan.json"));

        document.write(new Settings("z", Duration.ofSeconds(90), counts, List.of("b", "a")));

        assertThat(document.file()).hasContent("""
                        {
                          "zeta" : "z",
                          "alpha" : "PT1M30S",
                          "counts" : {
                            "key-0" : 2,
                            "key-1" : 1,
                            "key-2" : 0
                          },
                          "names" : [
                            "b",
                            "a"
                          ]
                        }
                        """);
        assertThat(document.read(Settings.class))
                .isEqualTo(new Settings("z", Duration.ofSeconds(90), counts, List.of("b", "a")));
    }

    @Test
    void neverShowsAHalfWrittenDocument() throws Exception {
        JsonDocument document = new JsonDocument(folder.resolve("summary.json"));
        List<List<Integer>> versions = List.of(
                IntStream.range(0, 5_000).boxed().toList(),
                IntStream.range(0, 9_000).boxed().toList());
        document.write(versions.get(0));
        List<Thread> writers = versions.stream()
                .map(version -> new Thread(() -> IntStream.range(0, 20).forEach(i -> document.write(version))))
                .toList();
        writers.forEach(Thread::start);

        while (writers.stream().anyMatch(Thread::isAlive)) {
            assertThat(document.read(Integer[].class).length).isIn(5_000, 9_000);
        }
        assertThat(folder.toFile().list()).containsExactly("summary.json");
    }

    @Test
    void namesTheFileThatItCannotWrite() throws IOException {
        JsonDocument document =
                new JsonDocument(Files.writeString(folder.resolve("file"), "").resolve("plan.json"));

        assertThatThrownBy(() -> document.write(1))
                .isInstanceOf(WorkspaceException.class)
                .hasMessageContaining(document.file().toString());
    }

    @Test
    void saysWhichFileIsMissingOrNoJson() throws IOException {
        JsonDocument document = new JsonDocument(folder.resolve("plan.json"));
        assertThatThrownBy(() -> document.read(Settings.class))
                .isInstanceOf(ShardCorruptException.class)
                .hasMessageStartingWith("File " + document.file() + " must be there, and is missing");

        Files.writeString(document.file(), "{");
        assertThatThrownBy(() -> document.read(Settings.class))
                .isInstanceOf(ShardCorruptException.class)
                .hasMessageStartingWith("File " + document.file() + " must be JSON for Settings");
    }
}
