package dev.reflux.activities.shard;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class TemporaryFolderTest {

    @Test
    void goesWithAllThatIsInItAndIsNotTheSameTwice() throws IOException {
        Path first;
        try (TemporaryFolder folder = TemporaryFolder.create("reflux-test-");
                TemporaryFolder other = TemporaryFolder.create("reflux-test-")) {
            first = folder.path();
            assertThat(first).isEmptyDirectory().isNotEqualTo(other.path());
            assertThat(first.getFileName().toString()).startsWith("reflux-test-");
            WholeFile.write(first.resolve("a/b/shard.json"), "{}".getBytes());
            Files.writeString(first.resolve("notes"), "under way");
        }

        assertThat(first).doesNotExist();
    }

    @RepeatedTest(5)
    @Timeout(60)
    void staysAwayWhereAProcessThatEndsStillWritesIntoIt(@TempDir Path temporary) throws Exception {
        Path notes = temporary.resolve("notes");
        Process busy = BusyProcess.start(notes, temporary);
        try {
            while (busy.isAlive() && !Files.exists(notes)) {
                Thread.sleep(10);
            }
            busy.toHandle().destroy();

            assertThat(new String(busy.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                    .doesNotContain("reflux:");
            assertThat(busy.waitFor()).isEqualTo(143);
            assertThat(temporary.toFile().list()).containsExactly("notes");
        } finally {
            busy.destroyForcibly();
        }
    }
}
