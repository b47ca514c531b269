package dev.reflux.activities.shard;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WholeFileTest {

    @TempDir
    Path folder;

    @Test
    void removesWhatAKilledWriterOfTheSameFileLeft() throws IOException {
        Path file = folder.resolve("shard-00001.json");
        Files.writeString(folder.resolve(".shard-00001.json.0f3c.part"), "half of i");
        Path ofAnother = Files.writeString(folder.resolve(".shard-00002.json.77aa.part"), "under way");

        WholeFile.write(file, "whole".getBytes());

        assertThat(files()).containsExactlyInAnyOrder(file, ofAnother);
        assertThat(file).hasContent("whole");
    }

    @Test
    void letsManyWriteOneFileAndLeavesItWhole() throws Exception {
        Path file = folder.resolve("plan.json");
        ExecutorService writers = Executors.newFixedThreadPool(8);
        List<Future<?>> written = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            byte[] bytes = new byte[10_000];
            Arrays.fill(bytes, (byte) ('a' + i % 26));
            written.add(writers.submit(() -> WholeFile.write(file, bytes)));
        }
        for (Future<?> write : written) {
            write.get();
        }
        writers.shutdown();

        byte[] last = Files.readAllBytes(file);
        assertThat(last).hasSize(10_000).containsOnly(last[0]);
        assertThat(files()).containsExactly(file);
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.toList();
        }
    }
}
