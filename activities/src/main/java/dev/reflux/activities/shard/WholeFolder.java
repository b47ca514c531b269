package dev.reflux.activities.shard;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** A folder with all that is in it. */
public final class WholeFolder {

    private WholeFolder() {}

    /**
     * Makes it and the folders it lies in, where they are not there.
     *
     * @throws java.util.concurrent.CancellationException if this process is ending: one that was just deleted for that stays
     *     away
     */
    public static Path make(Path folder) throws IOException {
        Unfinished.unlessEnding(() -> Files.createDirectories(folder));
        return folder;
    }

    /**
     * The same, and tells whether it was this call that made it, so that nobody can have left anything in it.
     *
     * @throws java.util.concurrent.CancellationException if this process is ending
     */
    static boolean makeAnew(Path folder) throws IOException {
        make(folder.getParent());
        try {
            Unfinished.unlessEnding(() -> Files.createDirectory(folder));
            return true;
        } catch (FileAlreadyExistsException there) {
            return false;
        }
    }

    /** Deletes it; nothing where it is not there. */
    public static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        for (Path path : deepestFirst(folder)) {
            Files.deleteIfExists(path);
        }
    }

    private static List<Path> deepestFirst(Path folder) throws IOException {
        try (Stream<Path> paths = Files.walk(folder)) {
            return paths.sorted(Comparator.reverseOrder()).toList();
        }
    }
}
