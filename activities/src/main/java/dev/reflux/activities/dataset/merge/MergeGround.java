package dev.reflux.activities.dataset.merge;

import java.nio.file.Path;
import java.util.List;

/**
 * What a pass works on beside the samples.
 *
 * @param scratch a folder of the pass's own, not yet there, gone when the merge ends; what does not fit in memory goes
 *     there
 * @param benchmarks all records of the benchmark files that its settings name, file by file
 * @param teachers whom it may ask
 */
public record MergeGround(Path scratch, List<BenchmarkItem> benchmarks, MergeTeachers teachers) {

    public MergeGround {
        benchmarks = List.copyOf(benchmarks);
    }

    /** Of a step that asks nobody. */
    public MergeGround(Path scratch, List<BenchmarkItem> benchmarks) {
        this(scratch, benchmarks, MergeTeachers.NONE);
    }

    /** Of a step that reads nothing but samples. */
    public static MergeGround of(Path scratch) {
        return new MergeGround(scratch, List.of());
    }
}
