package dev.reflux.worker.command;

import dev.reflux.activities.shard.WholeFolder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A folder for temporary files that is gone when it is closed, or when the process is told to end. */
final class ThrownAway implements AutoCloseable {

    private final Path folder;
    private final Thread atTheEnd = new Thread(this::leave, "reflux-thrown-away");

    private ThrownAway(Path folder) {
        this.folder = folder;
    }

    static ThrownAway create() {
        try {
            ThrownAway created = new ThrownAway(Files.createTempDirectory("reflux-"));
            Runtime.getRuntime().addShutdownHook(created.atTheEnd);
            return created;
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "this command needs a folder below " + System.getProperty("java.io.tmpdir")
                            + " that can be written; free its disk, or set -Djava.io.tmpdir in REFLUX_OPTS",
                    e);
        }
    }

    Path folder() {
        return folder;
    }

    @Override
    public void close() {
        try {
            Runtime.getRuntime().removeShutdownHook(atTheEnd);
        } catch (IllegalStateException isEnding) {
            return; // The hook removes it.
        }
        delete();
    }

    private void leave() {
        try {
            delete();
        } catch (UncheckedIOException e) {
            System.err.println("reflux: " + e.getMessage());
        }
    }

    private void delete() {
        try {
            WholeFolder.delete(folder);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot remove " + folder + "; remove it by hand", e);
        }
    }
}
