package dev.reflux.worker.endtoend;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.temporal.api.workflowservice.v1.GetSystemInfoRequest;
import io.temporal.client.WorkflowClient;
import io.temporal.serviceclient.WorkflowServiceStubs;
import io.temporal.serviceclient.WorkflowServiceStubsOptions;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A real Temporal server on a database of its own, which can be killed and started again. */
public final class TemporalServer implements AutoCloseable {

    private static final int MOST_ATTEMPTS = 3;

    private final Path folder;
    private final int port = freePort();
    private final int metricsPort = freePort();
    private Process process;
    private WorkflowServiceStubs stubs;

    private TemporalServer(Path folder) {
        this.folder = folder;
    }

    /** Starts one, or skips the test by name where there is no {@code temporal} on the PATH. */
    public static TemporalServer start(Path folder) {
        assumeTrue(binary().isPresent(), "needs the temporal command on the PATH, which is not there");
        for (int attempt = 1; ; attempt++) {
            TemporalServer server = new TemporalServer(folder);
            try {
                server.start();
                return server;
            } catch (EndedAtOnce ended) {
                if (attempt == MOST_ATTEMPTS) {
                    throw ended;
                }
            }
        }
    }

    /** The server came to nothing; most likely somebody took one of its ports between choosing and binding it. */
    private static final class EndedAtOnce extends IllegalStateException {

        private static final long serialVersionUID = 1L;

        EndedAtOnce(String log) {
            super("the Temporal server ended while it started:\n" + log);
        }
    }

    public static Optional<Path> binary() {
        return Stream.of(System.getenv("PATH").split(File.pathSeparator))
                .map(directory -> Path.of(directory, "temporal"))
                .filter(Files::isExecutable)
                .findFirst();
    }

    void start() {
        List<String> command = List.of(
                binary().orElseThrow().toString(),
                "server",
                "start-dev",
                "--headless",
                "--ip",
                "127.0.0.1",
                "--port",
                String.valueOf(port),
                "--metrics-port",
                String.valueOf(metricsPort),
                "--db-filename",
                folder.resolve("temporal.db").toString(),
                "--log-level",
                "error");
        try {
            process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(
                            folder.resolve("temporal.log").toFile()))
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        awaitReady();
    }

    private void awaitReady() {
        long deadline = System.nanoTime() + Duration.ofSeconds(60).toNanos();
        stubs = WorkflowServiceStubs.newServiceStubs(
                WorkflowServiceStubsOptions.newBuilder().setTarget(address()).build());
        while (true) {
            try {
                stubs.blockingStub().getSystemInfo(GetSystemInfoRequest.getDefaultInstance());
                return;
            } catch (RuntimeException notYet) {
                if (!process.isAlive()) {
                    stubs.shutdownNow();
                    throw new EndedAtOnce(log());
                }
                if (System.nanoTime() > deadline) {
                    throw notYet;
                }
            }
        }
    }

    private String log() {
        try {
            return Files.readString(folder.resolve("temporal.log"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public WorkflowClient client() {
        return WorkflowClient.newInstance(stubs);
    }

    public String address() {
        return "127.0.0.1:" + port;
    }

    /** Where the server counts its requests, in Prometheus's text format. */
    public URI metrics() {
        return URI.create("http://127.0.0.1:" + metricsPort + "/metrics");
    }

    /** As a machine dies: no chance to say goodbye. */
    void kill() {
        stubs.shutdownNow();
        process.destroyForcibly();
        awaitEnd();
    }

    @Override
    public void close() {
        stubs.shutdownNow();
        process.destroy();
        awaitEnd();
    }

    private void awaitEnd() {
        try {
            if (!process.waitFor(20, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
