package dev.reflux.activities.dataset.merge.deduplicate;

import dev.reflux.activities.dataset.merge.ScratchFile;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.LongBuffer;
import java.nio.file.Path;

/** A scratch file of longs. */
final class LongFile implements AutoCloseable {

    /** Longs that are mapped into memory as one: a gigabyte of them. */
    private static final long PART = 1L << 27;

    private final ScratchFile file;
    private final ByteBuffer buffer = ByteBuffer.allocateDirect(1 << 20).order(ByteOrder.nativeOrder());
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
        for (int i = from; i < to; ) {
            if (!buffer.hasRemaining()) {
                flush();
            }
            int count = Math.min(to - i, buffer.remaining() / Long.BYTES);
            buffer.asLongBuffer().put(values, i, count);
            buffer.position(buffer.position() + count * Long.BYTES);
            i += count;
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
                    .order(ByteOrder.nativeOrder())
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

    /** Reads into all of the given part; what is to be read must have been flushed. Many threads may call it. */
    void read(long at, long[] values, int from, int to) {
        ByteBuffer bytes =
                ByteBuffer.allocate(Math.multiplyExact(to - from, Long.BYTES)).order(ByteOrder.nativeOrder());
        file.read(at * Long.BYTES, bytes);
        bytes.flip().asLongBuffer().get(values, from, to - from);
    }

    @Override
    public void close() {
        file.close();
    }
}
