package dev.reflux.activities.stage.verify.command;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.reflux.activities.shard.Answer;
import dev.reflux.activities.shard.Sample;
import dev.reflux.activities.shard.TemporaryFolder;
import dev.reflux.activities.shard.Verdict;
import dev.reflux.activities.stage.verify.Check;
import dev.reflux.config.InvalidCampaignException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * Runs a program once for each answer, in an empty folder of its own, with {@code {"sample": {…}, "answer": {…}}} on its
 * standard input.
 *
 * <p>The program is trusted: it runs as the worker does, without its environment but for {@code PATH}, {@code HOME} and {@code
 * LANG}. What it says is read by {@link CommandReply}.
 */
public final class CommandCheck implements Check {

    static final String TIMED_OUT = "checker-timed-out";

    /** What a program says beyond it is not read. */
    private static final int LONGEST_OUTPUT = 64 * 1024;

    private static final List<String> ENVIRONMENT = List.of("PATH", "HOME", "LANG");
    private static final JsonMapper JSON = new JsonMapper();

    private final List<String> command;
    private final Duration timeout;

    public CommandCheck(List<String> command, Duration timeout) {
        this.command = List.copyOf(command);
        this.timeout = timeout;
    }

    @Override
    public boolean runsProcesses() {
        return true;
    }

    /** @throws InvalidCampaignException if the program cannot be started at all */
    @Override
    public Verdict check(Sample sample, Answer answer) {
        try (TemporaryFolder folder = TemporaryFolder.create("reflux-check-")) {
            return run(folder.path(), sample, answer);
        } catch (IOException e) {
            throw new UncheckedIOException("A folder for the checker cannot be made or read", e);
        }
    }

    private Verdict run(Path folder, Sample sample, Answer answer) throws IOException {
        Path work = Files.createDirectory(folder.resolve("work"));
        Path in = folder.resolve("in.json");
        Path out = folder.resolve("out");
        Path err = folder.resolve("err");
        ObjectNode question = JSON.createObjectNode();
        question.set("sample", JSON.valueToTree(sample.answered(List.of())));
        question.set("answer", JSON.valueToTree(answer));
        Files.writeString(in, question + "\n");
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(work.toFile())
                .redirectInput(in.toFile())
                .redirectOutput(out.toFile())
                .redirectError(err.toFile());
        Map<String, String> environment = builder.environment();
        environment.keySet().retainAll(ENVIRONMENT);
        try (Program program = started(builder)) {
            return program.endsWithin(timeout)
                    ? CommandReply.verdict(program.exitCode(), head(out), head(err))
                    : Verdict.undecided(
                            CommandReply.BY, TIMED_OUT, "It took longer than " + timeout.toMillis() + " ms.");
        }
    }

    private Program started(ProcessBuilder builder) {
        try {
            return Program.start(builder);
        } catch (IOException e) {
            throw new InvalidCampaignException(
                    "Setting command of the stage verify must name a program that this worker can start, got " + command
                            + " (" + e.getMessage() + "); install it, or write its full path");
        }
    }

    private static String head(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return new String(in.readNBytes(LONGEST_OUTPUT), StandardCharsets.UTF_8).strip();
        }
    }
}
