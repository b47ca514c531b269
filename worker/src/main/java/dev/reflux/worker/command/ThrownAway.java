package dev.reflux.worker.command;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

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
        try (Stream<Path> paths = Files.walk(folder)) {
            List<File> deepestFirst =
                    paths.sorted(Comparator.reverseOrder()).map(Path::toFile).toList();
            deepestFirst.forEach(File::delete);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot remove " + folder + "; remove it by hand", e);
        }
    }
}
