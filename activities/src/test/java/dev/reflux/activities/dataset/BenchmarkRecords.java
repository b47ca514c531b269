package dev.reflux.activities.dataset;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.reflux.activities.dataset.merge.BenchmarkItem;
import dev.reflux.config.Benchmark;
import dev.reflux.config.Environment;
import dev.reflux.config.MergePlan;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Benchmark files as a merge reads them, for tests of its steps. */
public final class BenchmarkRecords {

    private BenchmarkRecords() {}

    public static List<BenchmarkItem> of(Path folder, List<Benchmark> benchmarks) {
        MergePlan step = new MergePlan("decontaminate", benchmarks, JsonNodeFactory.instance.objectNode());
        return BenchmarkFiles.read(step, folder, Environment.of(Map.of()));
    }
}
