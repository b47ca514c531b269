package dev.reflux.activities.stage.verify.command;

import java.io.IOException;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.TimeUnit;

/**
 * A program that runs for this process: ended with all that it started when it is closed, or when this process is told to end.
 * A process that is killed ends nothing.
 */
final class Program implements AutoCloseable {

    private static final Set<Program> RUNNING = new LinkedHashSet<>();
    private static boolean isEnding;

    static {
        Runtime.getRuntime().addShutdownHook(new Thread(Program::endAll, "reflux-programs"));
    }

    private final Process process;

    private Program(Process process) {
        this.process = process;
    }

    /**
     * Starts one.
     *
     * @throws IOException if it cannot be started
     * @throws CancellationException if this process is ending
     */
    static Program start(ProcessBuilder builder) throws IOException {
        synchronized (RUNNING) {
            if (isEnding) {
                throw new CancellationException("This process was told to end, and starts no further program");
            }
            Program program = new Program(builder.start());
            RUNNING.add(program);
            return program;
        }
    }

    /** @throws CancellationException if interrupted */
    boolean endsWithin(Duration timeout) {
        try {
            return process.waitFor(timeout.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException("The check is no longer wanted");
        }
    }

    /** Once it has ended. */
    int exitCode() {
        return process.exitValue();
    }

    @Override
    public void close() {
        end();
        synchronized (RUNNING) {
            RUNNING.remove(this);
        }
    }

    private void end() {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
    }

    private static void endAll() {
        synchronized (RUNNING) {
            isEnding = true;
            RUNNING.forEach(Program::end);
        }
    }
}
