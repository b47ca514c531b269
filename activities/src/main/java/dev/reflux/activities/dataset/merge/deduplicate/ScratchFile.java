package dev.reflux.activities.dataset.merge.deduplicate;

import dev.reflux.activities.shard.WorkspaceException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.LongBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** A file of longs that is only added to, and read at any place. It is not forced to disk: a merge that is killed begins anew. */
final class ScratchFile implements AutoCloseable {

    /** Longs that are mapped into memory as one: a gigabyte of them. */
    private static final long PART = 1L << 27;

    private final Path path;
    private final FileChannel channel;
    private ByteBuffer buffer = ByteBuffer.allocateDirect(1 << 20);
    private long written;
    private LongBuffer[] parts;

    /** @throws WorkspaceException if it cannot be written */
    ScratchFile(Path path) {
        this.path = path;
        try {
            Files.createDirectories(path.getParent());
            channel = FileChannel.open(
                    path, StandardOpenOption.CREATE_NEW, StandardOpenOption.READ, StandardOpenOption.WRITE);
        } catch (IOException e) {
            throw broken(e);
        }
    }

    /** Number of longs so far. */
    long length() {
        return written + buffer.position() / Long.BYTES;
    }

    void add(long[] values, int from, int to) {
        for (int i = from; i < to; i++) {
            if (!buffer.hasRemaining()) {
                flush();
            }
            buffer.putLong(values[i]);
        }
    }

    /** Makes what was added readable. */
    void flush() {
        try {
            written += buffer.flip().limit() / Long.BYTES;
            while (buffer.hasRemaining()) {
                channel.write(buffer);
            }
            buffer.clear();
        } catch (IOException e) {
            throw broken(e);
        }
    }

    /** Makes what was added readable by {@link #slice}, which many threads may call. Nothing can be added any more. */
    void freeze() {
        flush();
        try {
            parts = new LongBuffer[Math.toIntExact((written + PART - 1) / PART)];
            for (int part = 0; part < parts.length; part++) {
                long from = part * PART;
                parts[part] = channel.map(
                                FileChannel.MapMode.READ_ONLY,
                                from * Long.BYTES,
                                Math.min(PART, written - from) * Long.BYTES)
                        .asLongBuffer();
            }
        } catch (IOException e) {
            throw broken(e);
        }
    }

    /** So many longs from a place on, once the file is frozen. */
    long[] slice(long at, int length) {
        long[] values = new long[length];
        for (int done = 0; done < length; ) {
            LongBuffer part = parts[(int) ((at + done) / PART)];
            int from = (int) ((at + done) % PART);
            int count = Math.min(length - done, part.limit() - from);
            part.get(from, values, done, count);
            done += count;
        }
        return values;
    }

    /** Reads into all of the given part; what is to be read must have been flushed. */
    void read(long at, long[] values, int from, int to) {
        try {
            long next = at * Long.BYTES;
            for (int i = from; i < to; ) {
                buffer.clear().limit((int) Math.min(buffer.capacity(), (long) (to - i) * Long.BYTES));
                while (buffer.hasRemaining()) {
                    int got = channel.read(buffer, next);
                    if (got < 0) {
                        throw new IOException("it ends at byte " + next);
                    }
                    next += got;
                }
                int count = buffer.flip().limit() / Long.BYTES;
                buffer.asLongBuffer().get(values, i, count);
                i += count;
            }
            buffer.clear();
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
