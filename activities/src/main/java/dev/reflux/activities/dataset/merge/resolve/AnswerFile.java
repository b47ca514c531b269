package dev.reflux.activities.dataset.merge.resolve;

import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.reflux.activities.shard.Answer;
import dev.reflux.activities.shard.WholeFolder;
import dev.reflux.activities.shard.WorkspaceException;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * Answers on disk, by the places of their samples; eight bytes in memory for each. It is opened for each reading, so that
 * nothing needs to close it after the last one.
 */
final class AnswerFile implements AutoCloseable {

    /** Half a surrogate pair has no form but an escape. */
    private static final JsonMapper MAPPER =
            JsonMapper.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

    private final Path path;
    private final OutputStream out;
    private long[] ends = new long[1024];
    private int count;

    /** @throws WorkspaceException if it cannot be written */
    AnswerFile(Path scratch) {
        this.path = scratch.resolve("answers");
        try {
            WholeFolder.make(scratch);
            out = new BufferedOutputStream(Files.newOutputStream(path), 1 << 16);
        } catch (IOException e) {
            throw broken(e);
        }
    }

    /** @param answer null where the next place has none */
    void add(Answer answer) {
        if (count == ends.length) {
            ends = Arrays.copyOf(ends, 2 * count);
        }
        try {
            byte[] bytes = answer == null ? new byte[0] : MAPPER.writeValueAsBytes(answer);
            out.write(bytes);
            ends[count] = start(count) + bytes.length;
            count++;
        } catch (IOException e) {
            throw broken(e);
        }
    }

    /** Reads what was added for a place, once all are and the file is closed. */
    Answer read(int place) {
        byte[] bytes = new byte[(int) (ends[place] - start(place))];
        try (RandomAccessFile file = new RandomAccessFile(path.toFile(), "r")) {
            file.seek(start(place));
            file.readFully(bytes);
            return MAPPER.readValue(bytes, Answer.class);
        } catch (IOException e) {
            throw broken(e);
        }
    }

    @Override
    public void close() {
        try {
            out.close();
        } catch (IOException e) {
            throw broken(e);
        }
    }

    private long start(int place) {
        return place == 0 ? 0 : ends[place - 1];
    }

    private WorkspaceException broken(IOException e) {
        return new WorkspaceException(
                "Scratch file " + path + " must be writable and readable, got " + e.getMessage()
                        + "; free space on its disk",
                e);
    }
}
