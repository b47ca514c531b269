package dev.reflux.activities.dataset.merge.rank;

import dev.reflux.activities.dataset.merge.ScratchFile;
import dev.reflux.activities.teacher.embedded.SentenceEncoder;
import java.nio.ByteBuffer;
import java.nio.file.Path;

/** A scratch file of vectors by place, 1.5 KB each. */
final class VectorFile implements AutoCloseable {

    private static final int BYTES = SentenceEncoder.DIMENSIONS * Float.BYTES;

    private final ScratchFile file;
    private final ByteBuffer buffer = ByteBuffer.allocateDirect(BYTES);

    /** @throws dev.reflux.activities.shard.WorkspaceException if it cannot be written */
    VectorFile(Path path) {
        this.file = new ScratchFile(path);
    }

    void add(float[] vector) {
        buffer.clear().asFloatBuffer().put(vector);
        file.add(buffer);
    }

    float[] at(int place) {
        file.read((long) place * BYTES, buffer.clear());
        float[] vector = new float[SentenceEncoder.DIMENSIONS];
        buffer.flip().asFloatBuffer().get(vector);
        return vector;
    }

    @Override
    public void close() {
        file.close();
    }
}
