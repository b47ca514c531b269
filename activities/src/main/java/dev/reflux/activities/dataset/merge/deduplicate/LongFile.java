package dev.reflux.activities.dataset.merge.deduplicate;

import dev.reflux.activities.dataset.merge.ScratchFile;
import java.nio.ByteBuffer;
import java.nio.LongBuffer;
import java.nio.file.Path;

/** A scratch file of longs. */
final class LongFile implements AutoCloseable {

    /** Longs that are mapped into memory as one: a gigabyte of them. */
    private static final long PART = 1L << 27;

    private final ScratchFile file;
    private final ByteBuffer buffer = ByteBuffer.allocateDirect(1 << 20);
    private long written;
    private LongBuffer[] parts;

    /** @throws dev.reflux.activities.shard.WorkspaceException if it cannot be written */
    LongFile(Path path) {
        this.file = new ScratchFile(path);
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
        written += buffer.flip().limit() / Long.BYTES;
        file.add(buffer);
        buffer.clear();
    }

    /** Makes what was added readable by {@link #slice}, which many threads may call. Nothing can be added any more. */
    void freeze() {
        flush();
        parts = new LongBuffer[Math.toIntExact((written + PART - 1) / PART)];
        for (int part = 0; part < parts.length; part++) {
            long from = part * PART;
            parts[part] = file.map(from * Long.BYTES, Math.min(PART, written - from) * Long.BYTES)
                    .asLongBuffer();
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
        long next = at;
        for (int i = from; i < to; ) {
            buffer.clear().limit((int) Math.min(buffer.capacity(), (long) (to - i) * Long.BYTES));
            file.read(next * Long.BYTES, buffer);
            int count = buffer.flip().limit() / Long.BYTES;
            buffer.asLongBuffer().get(values, i, count);
            i += count;
            next += count;
        }
        buffer.clear();
    }

    @Override
    public void close() {
        file.close();
    }
}
