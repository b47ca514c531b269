package dev.reflux.worker.benchmark;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.reflux.worker.endtoend.RefluxProcess;
import dev.reflux.worker.endtoend.TemporalServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Stream;

/** A campaign run by the command line in a process of its own, with what it left behind. */
final class MeasuredCampaign {

    private static final Duration LONGEST = Duration.ofMinutes(60);

    private final JsonNode summary;
    private final double seconds;

    private MeasuredCampaign(JsonNode summary, double seconds) {
        this.summary = summary;
        this.seconds = seconds;
    }

    /** Runs a campaign file to its end. */
    static MeasuredCampaign run(TemporalServer server, Path file, Map<String, String> variables) throws IOException {
        Path workspace = Files.createTempDirectory(file.getParent(), "workspace-");
        return run(server, file, workspace, variables);
    }

    static MeasuredCampaign run(TemporalServer server, Path file, Path workspace, Map<String, String> variables)
            throws IOException {
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
            return new MeasuredCampaign(new ObjectMapper().readTree(Files.readAllBytes(found)), seconds);
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

    /** Wall time of the whole process, its start included. */
    double seconds() {
        return seconds;
    }
}
