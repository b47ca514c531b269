package dev.reflux.worker.benchmark;

import dev.reflux.activities.teacher.embedded.EncoderBenchmark;
import dev.reflux.worker.endtoend.RefluxProcess;
import dev.reflux.worker.endtoend.Repository;
import dev.reflux.worker.endtoend.TemporalServer;
import dev.reflux.workflows.WorkflowIds;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Embedded pseudo-labelling of short utterances, end to end. */
final class EmbeddedBenchmark {

    private static final int SAMPLES = 48_000;
    private static final Path SUPPORT = Repository.root().resolve("examples/support");

    private EmbeddedBenchmark() {}

    static void run(Path folder) throws IOException {
        Files.copy(SUPPORT.resolve("seeds.jsonl"), folder.resolve("seeds.jsonl"));
        Files.copy(SUPPORT.resolve("holdout.jsonl"), folder.resolve("holdout.jsonl"));
        List<String> pool = utterances().stream()
                .map(text -> "{\"text\": \"" + text + "\"}")
                .toList();
        Files.write(folder.resolve("pool.jsonl"), pool);
        Path file = Files.writeString(folder.resolve("benchmark.yaml"), """
                campaign: benchmark
                inputs: {seeds: seeds.jsonl, pool: pool.jsonl, holdout: holdout.jsonl}
                teacher: {provider: embedded}
                shards: {size: 500}
                stages:
                  - pseudo-label
                  - confidence-filter: {threshold: 0.5}
                """);
        double alone = encoderAlone(folder);
        try (TemporalServer server = TemporalServer.start(folder)) {
            MeasuredCampaign measured = MeasuredCampaign.run(server, file, Map.of());
            double stage = new Histories(server.client(), WorkflowIds.round("benchmark", 1))
                            .span("pseudo-label")
                            .toMillis()
                    / 1000.0;
            System.out.printf(
                    "%,d utterances labelled in %.1f s: %.0f a second, %.2f of the encoder alone just before (%.0f); %s%n",
                    SAMPLES, stage, SAMPLES / stage, SAMPLES / stage / alone, alone, measured.cost());
        }
    }

    /** Utterances a second that the encoder does alone, in a process started as the campaign's is. */
    private static double encoderAlone(Path folder) throws IOException {
        Path texts = Files.write(folder.resolve("texts"), utterances());
        List<String> command = new ArrayList<>(RefluxProcess.launch());
        command.addAll(List.of(EncoderBenchmark.class.getName(), texts.toString()));
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return Double.parseDouble(printed.lines().reduce("", (before, last) -> last));
    }

    /** The example's short utterances, numbered until there are enough different ones. */
    private static List<String> utterances() throws IOException {
        List<String> texts = new ArrayList<>();
        for (String line : Files.readAllLines(SUPPORT.resolve("pool.jsonl"))) {
            String text = line.substring("{\"text\": \"".length(), line.length() - "\"}".length());
            if (text.split(" ").length <= 12) {
                texts.add(text);
            }
        }
        return IntStream.range(0, SAMPLES)
                .mapToObj(number -> texts.get(number % texts.size()) + " " + number / texts.size())
                .toList();
    }
}
