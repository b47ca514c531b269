package dev.reflux.activities.convert;

import java.util.List;
import java.util.Map;

/**
 * What became of a file.
 *
 * @param file that was written, or would have been
 * @param from the layout that was read, {@code to} the one that was asked for
 * @param read good rows of the file that was read
 * @param written rows that the new file holds, 0 where it was not made
 * @param refused rows that the new layout cannot hold, or that are not of the old one
 * @param bad parts of the file that are no rows at all
 * @param lost rows by the word of what they lost, of those that could be written
 * @param unwritten the first of the refused rows and bad parts, in the file's order
 */
public record ConversionReport(
        String file,
        String from,
        String to,
        long read,
        long written,
        long refused,
        long bad,
        Map<String, Long> lost,
        List<Unwritten> unwritten) {

    /**
     * A row, or a part of the file, that is not in the new one.
     *
     * @param line where it starts, from 1; in Parquet the number of the row
     */
    public record Unwritten(String file, long line, String why) {}

    /** Whether every part of the old file is in the new one. */
    public boolean isComplete() {
        return refused == 0 && bad == 0;
    }
}
