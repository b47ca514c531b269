package dev.reflux.worker.benchmark;

import dev.reflux.worker.endtoend.TemporalServer;
import dev.reflux.workflows.WorkflowIds;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Embedded pseudo-labelling of short utterances, end to end. */
final class EmbeddedBenchmark {

    private static final int SAMPLES = 12_000;

    private EmbeddedBenchmark() {}

    /** The example's utterances, joined in pairs until there are enough different ones. */
    static void run(Path folder) throws IOException {
        Path support = Repository.root().resolve("examples/support");
        Files.copy(support.resolve("seeds.jsonl"), folder.resolve("seeds.jsonl"));
        Files.copy(support.resolve("holdout.jsonl"), folder.resolve("holdout.jsonl"));
        Files.write(folder.resolve("pool.jsonl"), pool(support.resolve("pool.jsonl")));
        Path file = Files.writeString(folder.resolve("benchmark.yaml"), """
                campaign: benchmark
                inputs: {seeds: seeds.jsonl, pool: pool.jsonl, holdout: holdout.jsonl}
                teacher: {provider: embedded}
                stages:
                  - pseudo-label
                  - confidence-filter: {threshold: 0.5}
                """);
        try (TemporalServer server = TemporalServer.start(folder)) {
            MeasuredCampaign measured = MeasuredCampaign.run(server, file, Map.of());
            double stage = new Histories(server.client(), WorkflowIds.round("benchmark", 1))
                            .span("pseudo-label")
                            .toMillis()
                    / 1000.0;
            System.out.printf(
                    "%,d utterances labelled in %.1f s: %.0f a second; whole process %.1f s%n",
                    SAMPLES, stage, SAMPLES / stage, measured.seconds());
        }
    }

    private static List<String> pool(Path file) throws IOException {
        List<String> texts = new ArrayList<>();
        for (String line : Files.readAllLines(file)) {
            String text = line.substring("{\"text\": \"".length(), line.length() - "\"}".length());
            if (text.split(" ").length <= 12) {
                texts.add(text);
            }
        }
        List<String> lines = new ArrayList<>();
        for (int number = 0; lines.size() < SAMPLES; number++) {
            String first = texts.get(number % texts.size());
            lines.add("{\"text\": \"" + first + " " + number / texts.size() + "\"}");
        }
        return lines;
    }
}
