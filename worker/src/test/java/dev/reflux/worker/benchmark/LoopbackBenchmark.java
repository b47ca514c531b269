package dev.reflux.worker.benchmark;

import dev.reflux.activities.teacher.Script;
import dev.reflux.activities.teacher.ScriptedAnswer;
import dev.reflux.activities.teacher.ScriptedTeacher;
import dev.reflux.worker.endtoend.RefluxProcess;
import dev.reflux.worker.endtoend.TemporalServer;
import dev.reflux.workflows.WorkflowIds;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

/** Labelling by a scripted teacher on the loopback. */
final class LoopbackBenchmark {

    private static final Duration LATENCY = Duration.ofMillis(200);
    private static final int IN_FLIGHT = 128;

    private LoopbackBenchmark() {}

    /**
     * 10,000 samples, 200 ms an answer, 128 in flight: wall time of the stage beside the ideal; first in a process that has
     * just started, then in a worker that has done another campaign before.
     */
    static void latency(Path folder) throws IOException {
        int samples = 10_000;
        try (TemporalServer server = TemporalServer.start(folder);
                ScriptedTeacher teacher = teacher(LATENCY)) {
            Path file = campaign(folder, "cold", teacher, samples, 100, IN_FLIGHT, 250);
            MeasuredCampaign cold = MeasuredCampaign.run(server, file, Map.of());
            print("just started", server, "cold", samples, teacher);
            System.out.println(cold.cost());
            Path workspace = Files.createDirectory(folder.resolve("workspace-warm"));
            try (RefluxProcess worker = MeasuredCampaign.worker(server, workspace)) {
                Path before = campaign(folder, "before", teacher, samples, 120, IN_FLIGHT, 250);
                MeasuredCampaign.runOn(worker, server, before, workspace);
                Path after = campaign(folder, "warm", teacher, samples, 110, IN_FLIGHT, 250);
                MeasuredCampaign.runOn(worker, server, after, workspace);
            }
            print("second campaign of a worker", server, "warm", samples, teacher);
        }
    }

    private static void print(
            String when, TemporalServer server, String campaign, int samples, ScriptedTeacher teacher) {
        double ideal = samples * LATENCY.toMillis() / 1000.0 / IN_FLIGHT;
        double stage = new Histories(server.client(), WorkflowIds.round(campaign, 1))
                        .span("pseudo-label")
                        .toMillis()
                / 1000.0;
        System.out.printf(
                "labelling %,d samples, %s: %.2f s, ideal %.2f s, ratio %.3f; most in flight %d%n",
                samples, when, stage, ideal, stage / ideal, teacher.stats().maxInFlight());
    }

    /** 100,000 samples: Temporal actions for each 1,000 of them and stage, and the longest run. */
    static void actions(Path folder) throws IOException, InterruptedException {
        int samples = 100_000;
        try (TemporalServer server = TemporalServer.start(folder);
                ScriptedTeacher teacher = teacher(Duration.ZERO)) {
            Path file = campaign(folder, "benchmark", teacher, samples, 100, 128, 250);
            MeasuredCampaign measured = MeasuredCampaign.run(server, file, Map.of());
            Histories round = new Histories(server.client(), WorkflowIds.round("benchmark", 1));
            Histories campaign = new Histories(server.client(), WorkflowIds.campaign("benchmark"));
            long heartbeats = Histories.heartbeats(server.metrics());
            long actions = round.actions() + campaign.actions() + heartbeats;
            int stages = 2;
            System.out.printf(
                    "%,d samples, %d stages: %,d actions (%,d of them heartbeats), %.2f for 1,000 samples and stage;"
                            + " longest of %d runs %,d events; %s%n",
                    samples,
                    stages,
                    actions,
                    heartbeats,
                    actions * 1000.0 / samples / stages,
                    round.runs(),
                    Math.max(round.longestRun(), campaign.longestRun()),
                    measured.cost());
        }
    }

    /** 200,000 samples of 1 kB in a process that has 512 MB of heap: it runs through, or this fails. */
    static void memory(Path folder) throws IOException {
        int samples = 200_000;
        try (TemporalServer server = TemporalServer.start(folder);
                ScriptedTeacher teacher = teacher(Duration.ZERO)) {
            Path file = campaign(folder, "benchmark", teacher, samples, 1_000, 64, 500);
            MeasuredCampaign measured = MeasuredCampaign.run(server, file, Map.of());
            System.out.printf(
                    "%,d samples of 1 kB ran through under -Xmx512m: %,d accepted; %s%n",
                    samples, measured.round(1).get("accepted").asLong(), measured.cost());
        }
    }

    private static ScriptedTeacher teacher(Duration delay) {
        return ScriptedTeacher.start(Script.answering(question -> {
                    String label = question.user().hashCode() % 2 == 0 ? "even" : "odd";
                    return new ScriptedAnswer("{\"label\":\"" + label + "\"}", label, 0.97, Map.of());
                })
                .after(delay));
    }

    private static Path campaign(
            Path parent, String name, ScriptedTeacher teacher, int samples, int length, int inFlight, int shard)
            throws IOException {
        Path folder = Files.createDirectory(parent.resolve(name));
        write(folder.resolve("seeds.jsonl"), 900_000, 40, 100, true);
        write(folder.resolve("holdout.jsonl"), 950_000, 40, 100, true);
        write(folder.resolve("pool.jsonl"), 0, samples, length, false);
        String yaml = """
                campaign: %s
                inputs: {seeds: seeds.jsonl, pool: pool.jsonl, holdout: holdout.jsonl}
                teacher:
                  provider: openai
                  model: scripted
                  baseUrl: %s
                  limits: {concurrency: %d, timeout: 20s}
                rounds: {max: 1}
                shards: {size: %d, window: 8}
                stages:
                  - pseudo-label: {confidence: logprob, examples: 0}
                  - confidence-filter: {threshold: 0.5}
                """.formatted(name, teacher.baseUrl(), inFlight, shard);
        return Files.writeString(folder.resolve(name + ".yaml"), yaml);
    }

    private static void write(Path file, int from, int count, int length, boolean labelled) throws IOException {
        try (BufferedWriter lines = Files.newBufferedWriter(file)) {
            for (int number = from; number < from + count; number++) {
                StringBuilder text = new StringBuilder("sample " + number);
                while (text.length() < length) {
                    text.append(" word").append(Integer.toString((number * 31 + text.length()) % 9_973, 36));
                }
                String label = labelled ? ",\"label\":\"" + (number % 2 == 0 ? "even" : "odd") + "\"" : "";
                lines.write("{\"text\":\"" + text + "\"" + label + "}\n");
            }
        }
    }
}
