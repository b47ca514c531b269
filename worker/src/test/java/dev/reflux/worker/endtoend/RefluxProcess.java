package dev.reflux.worker.endtoend;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The command line in a process of its own, as a user starts it and as a machine kills it. */
public final class RefluxProcess implements AutoCloseable {

    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(100);

    private final Process process;
    private final Path output;
    private Duration cpu = Duration.ZERO;

    private RefluxProcess(Process process, Path output) {
        this.process = process;
        this.output = output;
    }

    /** @param variables added to this process's environment */
    public static RefluxProcess start(Path folder, Map<String, String> variables, String... arguments) {
        return within(List.of(), folder, variables, arguments);
    }

    /** @param surroundings a command that executes the one that follows it */
    public static RefluxProcess within(
            List<String> surroundings, Path folder, Map<String, String> variables, String... arguments) {
        List<String> command = new ArrayList<>(surroundings);
        command.addAll(launch());
        command.add("dev.reflux.worker.Main");
        command.addAll(List.of(arguments));
        try {
            Path output = Files.createTempFile(folder, "reflux-", ".out");
            ProcessBuilder builder = new ProcessBuilder(command)
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile());
            builder.environment().putAll(variables);
            return new RefluxProcess(builder.start(), output);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** As the launcher starts Java: the same options, then those of REFLUX_OPTS. */
    public static List<String> launch() {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("@" + Repository.root().resolve("worker/java.options"));
        command.addAll(quietly(Runtime.version().feature()));
        command.add("-Xmx512m");
        String more = System.getenv().getOrDefault("REFLUX_OPTS", "").trim();
        if (!more.isEmpty()) {
            command.addAll(List.of(more.split("\\s+")));
        }
        command.addAll(List.of("-cp", System.getProperty("java.class.path")));
        return command;
    }

    /** What newer versions of Java would else warn of. */
    private static List<String> quietly(int version) {
        List<String> options = new ArrayList<>();
        if (version >= 22) {
            options.add("--enable-native-access=ALL-UNNAMED");
        }
        if (version >= 24) {
            options.add("--sun-misc-unsafe-memory-access=allow");
        }
        return options;
    }

    /** Sends it a signal, such as {@code INT}. */
    void signal(String name) throws IOException, InterruptedException {
        Process sent = new ProcessBuilder("kill", "-s", name, String.valueOf(process.pid()))
                .inheritIO()
                .start();
        if (sent.waitFor() != 0) {
            throw new AssertionError("signal " + name + " was not sent");
        }
    }

    void kill() {
        process.destroyForcibly();
        awaitEnd(Duration.ofSeconds(20));
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /** Waits for its end and returns its exit code. */
    public int awaitEnd(Duration atMost) {
        long deadline = System.nanoTime() + atMost.toNanos();
        try {
            while (!process.waitFor(BETWEEN_LOOKS.toMillis(), TimeUnit.MILLISECONDS)) {
                cpu = process.info().totalCpuDuration().orElse(cpu);
                if (System.nanoTime() > deadline) {
                    String soFar = output();
                    process.destroyForcibly();
                    throw new AssertionError("still running after " + atMost + ":\n" + soFar);
                }
            }
            return process.exitValue();
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted", e);
        }
    }

    /** Kills it, if it is still there. */
    @Override
    public void close() {
        if (isAlive()) {
            kill();
        }
    }

    /** Processor time it used, as last seen before it ended; zero before {@link #awaitEnd}. */
    public Duration cpu() {
        return cpu;
    }

    public String output() {
        try {
            return Files.readString(output);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
