package dev.reflux.worker.benchmark;

import java.nio.file.Files;
import java.nio.file.Path;

/** The source tree that this was built from. */
final class Repository {

    private Repository() {}

    static Path root() {
        Path folder = Path.of("").toAbsolutePath();
        while (!Files.exists(folder.resolve("examples/quickstart.yaml"))) {
            folder = folder.getParent();
        }
        return folder;
    }
}
