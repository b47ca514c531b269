package dev.reflux.activities.sandbox;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Finds programs of this machine by name. */
final class Executables {

    private Executables() {}

    /** The first on this process's PATH. */
    static Optional<Path> onPath(String name) {
        String path = System.getenv("PATH");
        return path == null ? Optional.empty() : in(name, Arrays.asList(path.split(File.pathSeparator)));
    }

    /** The first in some folders. */
    static Optional<Path> in(String name, List<String> folders) {
        return folders.stream()
                .filter(folder -> !folder.isEmpty())
                .map(folder -> Path.of(folder, name))
                .filter(Files::isExecutable)
                .findFirst();
    }
}
