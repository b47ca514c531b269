package dev.reflux.config;

import java.util.List;

/** The settings record of a step over the whole of a round's dataset. Implemented by records only. */
public interface MergeSettings {

    /** Benchmark files that it reads beside the samples. */
    default List<Benchmark> benchmarks() {
        return List.of();
    }
}
