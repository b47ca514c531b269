package dev.reflux.activities.dataset.merge;

import java.util.List;

/**
 * One record of a benchmark file.
 *
 * @param file name of the file, by which it is told from the other files of its step
 * @param line where it starts, from 1
 * @param texts what it asks: a question, or several that are compared each by itself
 */
public record BenchmarkItem(String file, long line, List<String> texts) {

    public BenchmarkItem {
        texts = List.copyOf(texts);
    }
}
