package dev.reflux.activities.shard;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

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
}
