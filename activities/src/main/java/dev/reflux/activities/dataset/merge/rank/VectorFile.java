package dev.reflux.activities.dataset.merge.rank;

import dev.reflux.activities.shard.WorkspaceException;
import dev.reflux.activities.teacher.embedded.SentenceEncoder;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Vectors by place, 1.5 KB each. It is not forced to disk: a merge that is killed begins anew. */
final class VectorFile implements AutoCloseable {

    private static final int BYTES = SentenceEncoder.DIMENSIONS * Float.BYTES;

    private final Path path;
    private final FileChannel channel;
    private final ByteBuffer buffer = ByteBuffer.allocateDirect(BYTES);

    /** @throws WorkspaceException if it cannot be written */
    VectorFile(Path path) {
        this.path = path;
        try {
            Files.createDirectories(path.getParent());
            channel = FileChannel.open(
                    path, StandardOpenOption.CREATE_NEW, StandardOpenOption.READ, StandardOpenOption.WRITE);
        } catch (IOException e) {
            throw broken(e);
        }
    }

    void add(float[] vector) {
        buffer.clear();
        buffer.asFloatBuffer().put(vector);
        try {
            while (buffer.hasRemaining()) {
                channel.write(buffer);
            }
        } catch (IOException e) {
            throw broken(e);
        }
    }

    float[] at(int place) {
        buffer.clear();
        try {
            while (buffer.hasRemaining()) {
                if (channel.read(buffer, (long) place * BYTES + buffer.position()) < 0) {
                    throw new IOException("it ends before vector " + place);
                }
            }
        } catch (IOException e) {
            throw broken(e);
        }
        float[] vector = new float[SentenceEncoder.DIMENSIONS];
        buffer.flip().asFloatBuffer().get(vector);
        return vector;
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
