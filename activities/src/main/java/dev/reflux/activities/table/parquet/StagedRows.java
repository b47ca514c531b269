package dev.reflux.activities.table.parquet;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.reflux.activities.shard.PartFile;
import dev.reflux.activities.table.JsonRow;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Rows as JSON, one a line, in files beside the one they are for. The first ends at a size in bytes; every other but the last has
 * as many rows as the first, so that they are cut at the same rows whenever the rows are the same.
 */
final class StagedRows implements AutoCloseable {

    /** Little enough that two threads get even shares of a hundred megabytes, and enough to compress well on its own. */
    static final int BYTES = 16 << 20;

    /** As DuckDB has it by default: with rows of a few bytes, a group of more gains nothing. */
    private static final int MOST_ROWS = 122_880;

    private static final int BUFFER = 1 << 16;

    private final Path file;
    private final int size;
    private final List<PartFile> parts = new ArrayList<>();
    private OutputStream out;
    private OutputStream buffered;
    private int most = MOST_ROWS;
    private int rows;
    private long bytes;
    private int longest;

    /**
     * Begins the first file.
     *
     * @param file the one they are for
     * @param size bytes at which the first file ends
     */
    StagedRows(Path file, int size) throws IOException {
        this.file = file;
        this.size = size;
        next();
    }

    void write(ObjectNode fields) throws IOException {
        if (rows == most) {
            finish();
            next();
        }
        byte[] line = JsonRow.write(fields);
        buffered.write(line);
        buffered.write('\n');
        rows++;
        bytes += line.length;
        longest = Math.max(longest, line.length);
        if (parts.size() == 1 && bytes >= size) {
            most = rows;
        }
    }

    private void next() throws IOException {
        PartFile part = PartFile.of(file);
        parts.add(part);
        out = part.out();
        buffered = new BufferedOutputStream(out, BUFFER);
        rows = 0;
    }

    /** Ends the last file; no row can be written after it. */
    void finish() throws IOException {
        buffered.close();
    }

    /** Where they are, in their order. */
    List<Path> paths() {
        return parts.stream().map(PartFile::path).toList();
    }

    /** Most rows of a file. */
    int most() {
        return most;
    }

    /** Bytes of the longest row. */
    int longest() {
        return longest;
    }

    /** Removes them all. What was not written through yet is not: it might fail, and nobody wants it. */
    @Override
    public void close() throws IOException {
        try (OutputStream last = out) {
            parts.forEach(PartFile::close);
        }
    }
}
