package dev.reflux.activities.shard;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A folder among the temporary files that is gone when it is closed, or when this process is told to end. */
public final class TemporaryFolder implements AutoCloseable {

    private final Path path;

    private TemporaryFolder(Path path) {
        this.path = path;
    }

    /**
     * Makes a folder that is empty and that only this user can read.
     *
     * @param prefix of its name
     * @throws WorkspaceException if none can be made
     */
    public static TemporaryFolder create(String prefix) {
        try {
            return new TemporaryFolder(Unfinished.folder(() -> Files.createTempDirectory(prefix)));
        } catch (IOException e) {
            throw new WorkspaceException(
                    "Folder " + System.getProperty("java.io.tmpdir") + " must take temporary files, got "
                            + WholeFile.said(e)
                            + "; free some space on its disk, give this user the right to it, or set"
                            + " -Djava.io.tmpdir in REFLUX_OPTS",
                    e);
        }
    }

    public Path path() {
        return path;
    }

    /** @throws WorkspaceException if something in it cannot be deleted */
    @Override
    public void close() {
        if (Unfinished.areDeleted()) {
            return;
        }
        try {
            WholeFolder.delete(path);
            Unfinished.forget(path);
        } catch (IOException e) {
            throw new WorkspaceException(
                    "Folder " + path + " must go, got " + WholeFile.said(e) + "; remove it by hand", e);
        }
    }
}
