package dev.reflux.worker.benchmark;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.reflux.worker.endtoend.RefluxProcess;
import dev.reflux.worker.endtoend.TemporalServer;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** A campaign run by the command line in a process of its own, with what it left behind. */
final class MeasuredCampaign {

    private static final Duration LONGEST = Duration.ofMinutes(60);

    private final JsonNode summary;
    private final double seconds;
    private final double cpuSeconds;
    private final double loadBefore;

    private MeasuredCampaign(JsonNode summary, double seconds, double cpuSeconds, double loadBefore) {
        this.summary = summary;
        this.seconds = seconds;
        this.cpuSeconds = cpuSeconds;
        this.loadBefore = loadBefore;
    }

    /** Runs a campaign file to its end. */
    static MeasuredCampaign run(TemporalServer server, Path file, Map<String, String> variables) throws IOException {
        Path workspace = Files.createTempDirectory(file.getParent(), "workspace-");
        return run(server, file, workspace, variables);
    }

    static MeasuredCampaign run(TemporalServer server, Path file, Path workspace, Map<String, String> variables)
            throws IOException {
        double load = ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
        long start = System.nanoTime();
        RefluxProcess process = RefluxProcess.start(
                workspace,
                variables,
                "run",
                file.toString(),
                "--workspace",
                workspace.toString(),
                "--temporal",
                server.address());
        int code = process.awaitEnd(LONGEST);
        double seconds = (System.nanoTime() - start) / 1e9;
        if (code != 0) {
            throw new IllegalStateException("campaign " + file + " exited with " + code + ":\n" + process.output());
        }
        try (Stream<Path> files = Files.walk(workspace, 2)) {
            Path found = files.filter(path -> path.endsWith("summary.json"))
                    .findFirst()
                    .orElseThrow();
            JsonNode summary = new ObjectMapper().readTree(Files.readAllBytes(found));
            return new MeasuredCampaign(summary, seconds, process.cpu().toMillis() / 1000.0, load);
        }
    }

    /** A worker that goes on from campaign to campaign until it is closed. */
    static RefluxProcess worker(TemporalServer server, Path workspace) {
        return RefluxProcess.start(
                workspace, Map.of(), "worker", "--workspace", workspace.toString(), "--temporal", server.address());
    }

    /** Runs a campaign on a worker, and not in a process of its own. */
    static void runOn(RefluxProcess worker, TemporalServer server, Path file, Path workspace) {
        RefluxProcess process = RefluxProcess.start(
                workspace,
                Map.of(),
                "run",
                file.toString(),
                "--no-worker",
                "--workspace",
                workspace.toString(),
                "--temporal",
                server.address());
        if (process.awaitEnd(LONGEST) != 0) {
            throw new IllegalStateException("campaign " + file + " failed:\n" + process.output() + worker.output());
        }
    }

    /** {@code summary.json}. */
    JsonNode summary() {
        return summary;
    }

    JsonNode round(int number) {
        return summary.get("rounds").get(number - 1);
    }

    int rounds() {
        return summary.get("rounds").size();
    }

    /** What the whole process took, its start included, and how busy the machine was before it. */
    String cost() {
        return String.format(
                Locale.ROOT,
                "whole process %.1f s, %.1f s of processor; load before it %.2f",
                seconds,
                cpuSeconds,
                loadBefore);
    }
}
