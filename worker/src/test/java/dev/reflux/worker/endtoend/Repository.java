package dev.reflux.worker.endtoend;

import java.nio.file.Files;
import java.nio.file.Path;

/** The source tree that this was built from. */
public final class Repository {

    private Repository() {}

    public static Path root() {
        Path folder = Path.of("").toAbsolutePath();
        while (!Files.exists(folder.resolve("examples/quickstart.yaml"))) {
            folder = folder.getParent();
        }
        return folder;
    }
}
