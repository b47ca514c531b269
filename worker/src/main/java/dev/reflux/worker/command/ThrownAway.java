package dev.reflux.worker.command;

import dev.reflux.activities.shard.WholeFolder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A folder for temporary files that is gone when it is closed. */
record ThrownAway(Path folder) implements AutoCloseable {

    static ThrownAway create() {
        try {
            return new ThrownAway(Files.createTempDirectory("reflux-rehearsal-"));
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "a rehearsal needs a folder below " + System.getProperty("java.io.tmpdir")
                            + " that can be written; free its disk, or set -Djava.io.tmpdir in REFLUX_OPTS",
                    e);
        }
    }

    @Override
    public void close() {
        try {
            WholeFolder.delete(folder);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot remove " + folder + "; remove it by hand", e);
        }
    }
}
