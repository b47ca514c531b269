package dev.reflux.activities.shard;

import java.io.FileNotFoundException;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.UUID;

/**
 * A file under way beside its place, gone when closed, or when this process is told to end, unless it was moved in. Of several under way to one place the last to be
 * moved in stays; what a killed process left under such a name is gone once another is moved in.
 */
public final class PartFile implements AutoCloseable {

    private static final String PART = ".part";

    private final Path file;
    private final Path part;

    private PartFile(Path file) {
        this.file = file;
        this.part = file.resolveSibling(prefix(file) + UUID.randomUUID() + PART);
    }

    /** @throws WorkspaceException if the place's folder cannot be made */
    public static PartFile of(Path file) {
        try {
            PartFile part = new PartFile(file.toAbsolutePath());
            Unfinished.make(part.part, () -> Files.createDirectories(part.file.getParent()));
            return part;
        } catch (IOException e) {
            throw WholeFile.unwritable(file, e);
        }
    }

    /** Where it is until it is moved in. */
    public Path path() {
        return part;
    }

    /** Opens it for its bytes. By a stream and not a channel: a channel closes itself under a thread that is interrupted. */
    public OutputStream out() throws IOException {
        return Unfinished.make(part, () -> new FileOutputStream(part.toFile()));
    }

    /**
     * Forces it to the disk and moves it into its place.
     *
     * @throws WorkspaceException if it cannot be; what was there before stays
     */
    public void moveIn() {
        moveInAlone();
        try {
            removeOthers();
        } catch (IOException e) {
            throw WholeFile.unwritable(file, e);
        }
    }

    /**
     * The same where no killed process can have left anything: looks for no other part, which takes the longer the more files
     * the folder has.
     */
    void moveInAlone() {
        try {
            move();
        } catch (IOException e) {
            throw WholeFile.unwritable(file, e);
        }
    }

    /**
     * A part that is gone was removed by a writer that finished in between: as if this one had been before it. Nothing here may
     * make it anew, or an empty file would be moved in.
     */
    private void move() throws IOException {
        try {
            flush();
            Unfinished.finish(
                    part,
                    () -> Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING));
        } catch (NoSuchFileException | FileNotFoundException gone) {
            if (!Files.exists(file)) {
                throw gone;
            }
        }
    }

    private void flush() throws IOException {
        try (RandomAccessFile written = new RandomAccessFile(part.toFile(), "r")) {
            written.getFD().sync();
        }
    }

    /** By bare names: of a folder with thousands of shards, paths would take as long as the writing. */
    private void removeOthers() throws IOException {
        String prefix = prefix(file);
        String[] names = file.getParent().toFile().list();
        if (names == null) {
            throw new NotDirectoryException(file.getParent().toString());
        }
        for (String name : names) {
            if (name.startsWith(prefix) && name.endsWith(PART)) {
                Files.deleteIfExists(file.resolveSibling(name));
            }
        }
    }

    private static String prefix(Path file) {
        return "." + file.getFileName() + ".";
    }

    @Override
    public void close() {
        try {
            if (Files.exists(part)) { // A disk that takes no writing complains of the other case too.
                Files.deleteIfExists(part);
            }
            Unfinished.forget(part);
        } catch (IOException e) {
            throw WholeFile.unwritable(file, e);
        }
    }
}
