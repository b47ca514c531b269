package dev.reflux.worker.dataset;

import java.util.ArrayList;
import java.util.List;

/** What could not be read of a file: the first few are named, all are counted. */
public final class BadLines {

    private static final int NAMED = 20;

    private final List<BadLine> named = new ArrayList<>();
    private long count;

    /**
     * A part of a file that is no sample.
     *
     * @param line where it starts, from 1; in Parquet the number of the row
     * @param why the rule it breaks, what was found and what to do
     */
    public record BadLine(String file, long line, String why) {}

    void add(BadLine line) {
        count++;
        if (named.size() < NAMED) {
            named.add(line);
        }
    }

    public long count() {
        return count;
    }

    /** The first of them, in the file's order. */
    public List<BadLine> named() {
        return List.copyOf(named);
    }
}
