package dev.reflux.activities;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Assumptions;

/** A file system in memory of a given size, mounted for one test. Skips the test where it may not be mounted. */
public final class TinyDisk implements AutoCloseable {

    private final Path folder;

    private TinyDisk(Path folder) {
        this.folder = folder;
    }

    /** @param size as {@code mount} takes it, such as {@code 1m} */
    public static TinyDisk mount(Path folder, String size) throws IOException {
        Files.createDirectories(folder);
        int code = exitCode(List.of("mount", "-t", "tmpfs", "-o", "size=" + size, "tmpfs", folder.toString()));
        Assumptions.assumeTrue(code == 0, "a full disk can only be tried where this user may mount a tmpfs");
        return new TinyDisk(folder);
    }

    public Path folder() {
        return folder;
    }

    @Override
    public void close() {
        exitCode(List.of("umount", "--lazy", folder.toString()));
    }

    private static int exitCode(List<String> command) {
        try {
            return new ProcessBuilder(command)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start()
                    .waitFor();
        } catch (IOException e) {
            return -1; // No such program on this machine: as good as refused.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return -1;
        }
    }
}
