package dev.reflux.worker.benchmark;

import dev.reflux.activities.dataset.DeduplicateBenchmark;
import dev.reflux.activities.dataset.merge.decontaminate.DecontaminateBenchmark;
import dev.reflux.activities.ledger.LedgerBenchmark;
import dev.reflux.activities.table.parquet.ParquetBenchmark;
import dev.reflux.activities.template.ChatTemplateBenchmark;
import dev.reflux.worker.endtoend.RefluxProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** {@code Benchmarks <name>...}: runs the benchmarks that are named, or all of them. */
public final class Benchmarks {

    private static final List<String> ALL = List.of(
            "ledger",
            "teacher",
            "stages",
            "stages-slow",
            "embedded",
            "actions",
            "memory",
            "deduplicate",
            "parquet",
            "decontaminate",
            "templates",
            "banking77");

    private Benchmarks() {}

    public static void main(String[] arguments) throws Exception {
        List<String> wanted =
                arguments.length == 0 || arguments[0].equals("all") ? ALL : List.of(arguments[0].split(","));
        for (String name : wanted) {
            System.out.println("== " + name);
            run(name);
        }
        System.exit(0);
    }

    private static void run(String name) throws Exception {
        Path folder = Files.createTempDirectory("reflux-benchmark-");
        switch (name) {
            case "ledger" -> LedgerBenchmark.main(new String[0]);
            case "teacher" -> LoopbackBenchmark.latency(folder);
            case "stages" -> StagesBenchmark.fast(folder);
            case "stages-slow" -> StagesBenchmark.slow(folder);
            case "embedded" -> EmbeddedBenchmark.run(folder);
            case "actions" -> LoopbackBenchmark.actions(folder);
            case "memory" -> LoopbackBenchmark.memory(folder);
            case "deduplicate" -> alone(DeduplicateBenchmark.class);
            case "parquet" -> alone(ParquetBenchmark.class);
            case "decontaminate" -> alone(DecontaminateBenchmark.class);
            case "templates" -> alone(ChatTemplateBenchmark.class);
            case "banking77" -> Banking77Campaigns.run(folder);
            default -> throw new IllegalArgumentException("benchmark must be one of " + ALL + ", got " + name);
        }
    }

    /** In a process of its own, under the options that the launcher gives Java. */
    private static void alone(Class<?> benchmark) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(RefluxProcess.launch());
        command.add(benchmark.getName());
        int code = new ProcessBuilder(command).inheritIO().start().waitFor();
        if (code != 0) {
            throw new IllegalStateException(benchmark.getSimpleName() + " exited with " + code);
        }
    }
}
