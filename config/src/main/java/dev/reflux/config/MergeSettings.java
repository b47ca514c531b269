package dev.reflux.config;

import java.util.List;

/** The settings record of a step over the whole of a round's dataset. Implemented by records only. */
public interface MergeSettings {

    /** Benchmark files that it reads beside the samples. */
    default List<Benchmark> benchmarks() {
        return List.of();
    }

    /** Questions that it puts to a chat model about one sample at most; 0 where it asks nobody. */
    default int asks() {
        return 0;
    }

    /** Names of the teachers it asks among the campaign's {@code teachers}; empty if it asks the main one, or none. */
    default List<String> teachers() {
        return List.of();
    }
}
