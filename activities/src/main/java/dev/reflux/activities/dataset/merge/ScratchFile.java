package dev.reflux.activities.dataset.merge;

import dev.reflux.activities.shard.WholeFolder;
import dev.reflux.activities.shard.WorkspaceException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * Bytes of a pass that do not fit in memory: only added to, and read at any place. They are not forced to disk: a merge that
 * is killed begins anew. Every method throws {@link WorkspaceException} where the file cannot be written or read.
 */
public final class ScratchFile implements AutoCloseable {

    private final Path path;
    private final FileChannel channel;

    /** @param path of a file that is not there; its folder is made */
    public ScratchFile(Path path) {
        this.path = path;
        try {
            WholeFolder.make(path.getParent());
            channel = FileChannel.open(
                    path, StandardOpenOption.CREATE_NEW, StandardOpenOption.READ, StandardOpenOption.WRITE);
        } catch (IOException e) {
            throw broken(e);
        }
    }

    /** Adds what remains in a buffer. */
    public void add(ByteBuffer bytes) {
        try {
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
        } catch (IOException e) {
            throw broken(e);
        }
    }

    /** Fills what remains of a buffer with the bytes from a place on. */
    public void read(long at, ByteBuffer into) {
        try {
            long next = at;
            while (into.hasRemaining()) {
                int got = channel.read(into, next);
                if (got < 0) {
                    throw new IOException("it ends at byte " + next);
                }
                next += got;
            }
        } catch (IOException e) {
            throw broken(e);
        }
    }

    /** So many bytes from a place on, as pages of memory that outlast the closing of the file. */
    public ByteBuffer map(long at, long length) {
        try {
            return channel.map(FileChannel.MapMode.READ_ONLY, at, length);
        } catch (IOException e) {
            throw broken(e);
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw broken(e);
        }
    }

    private WorkspaceException broken(IOException e) {
        return new WorkspaceException(
                "Scratch file " + path + " must be writable and readable, got " + e.getMessage()
                        + "; free space on its disk",
                e);
    }
}
