package dev.reflux.activities.shard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PartFileTest {

    @TempDir
    private Path folder;

    @Test
    void aWriterThatAnotherOvertookLeavesTheOthersFile() throws IOException {
        Path file = folder.resolve("dataset.jsonl");
        try (PartFile slow = PartFile.of(file);
                PartFile quick = PartFile.of(file)) {
            write(slow, "slow");
            write(quick, "quick");
            quick.moveIn();

            slow.moveIn();
        }

        assertThat(file).hasContent("quick");
        assertThat(folder.toFile().list()).containsExactly("dataset.jsonl");
    }

    @Test
    void isGoneWhereItWasNotMovedIn() throws IOException {
        try (PartFile part = PartFile.of(folder.resolve("dataset.jsonl"))) {
            write(part, "half");
        }

        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void fillsNoPlaceWithNothingWhereThePartWasLost() throws IOException {
        Path file = folder.resolve("dataset.jsonl");
        try (PartFile part = PartFile.of(file)) {
            write(part, "lost");
            Files.delete(part.path());

            assertThatThrownBy(part::moveIn)
                    .isInstanceOf(WorkspaceException.class)
                    .hasMessageContaining(file.toString());
        }

        assertThat(file).doesNotExist();
    }

    private static void write(PartFile part, String content) throws IOException {
        try (OutputStream out = part.out()) {
            out.write(content.getBytes(StandardCharsets.UTF_8));
        }
    }
}
