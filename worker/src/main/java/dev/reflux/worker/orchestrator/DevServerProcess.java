package dev.reflux.worker.orchestrator;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** A dev server as a child process, in a session of its own so that a terminal's Ctrl-C does not reach it. */
final class DevServerProcess {
    private static final int LOG_LINES_SHOWN = 5;
    private static final String PORT_TAKEN = "address already in use";
    private static final Path SETSID = Path.of("/usr/bin/setsid");

    private final Process process;
    private final DevServerFiles files;
    private final DevServerRecord record;

    private DevServerProcess(Process process, DevServerFiles files, DevServerRecord record) {
        this.process = process;
        this.files = files;
        this.record = record;
    }

    static DevServerProcess start(Path cli, DevServerFiles files) {
        int port = freePort();
        int uiPort = freePort();
        try {
            Process process = new ProcessBuilder(command(cli, files, port, uiPort))
                    .directory(files.workspace().toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(files.log().toFile())
                    .start();
            return new DevServerProcess(process, files, new DevServerRecord(process.pid(), port, uiPort));
        } catch (IOException failure) {
            throw new OrchestratorUnreachableException(
                    cli + " must start, got: " + failure.getMessage() + "; try --temporal embedded", failure);
        }
    }

    private static List<String> command(Path cli, DevServerFiles files, int port, int uiPort) {
        List<String> command = new ArrayList<>();
        if (Files.isExecutable(SETSID)) {
            command.add(SETSID.toString());
        }
        command.addAll(List.of(cli.toString(), "server", "start-dev", "--ip", "127.0.0.1", "--log-level", "warn"));
        command.addAll(List.of("--port", Integer.toString(port), "--ui-port", Integer.toString(uiPort)));
        command.addAll(List.of("--db-filename", files.database().toString()));
        SearchAttributeRegistrar.asCliArguments().forEach(argument -> {
            command.add("--search-attribute");
            command.add(argument);
        });
        return command;
    }

    DevServerRecord record() {
        return record;
    }

    /** Why it ended by itself, or null while it runs. */
    String reasonOfDeath() {
        if (process.isAlive()) {
            return null;
        }
        return "the temporal dev server must stay up, it ended with code " + process.exitValue() + ": " + lastWords()
                + "; see " + files.log() + ", or use --temporal embedded";
    }

    /** Whether it ended because a port that was free when it was chosen was so no longer. */
    boolean foundPortTaken() {
        return !process.isAlive() && lastWords().contains(PORT_TAKEN);
    }

    private String lastWords() {
        try {
            List<String> lines = Files.readAllLines(files.log());
            return String.join(" / ", lines.subList(Math.max(0, lines.size() - LOG_LINES_SHOWN), lines.size()));
        } catch (IOException unreadable) {
            return "its log cannot be read (" + unreadable.getMessage() + ")";
        }
    }

    /** Ends a server, ours or one that an earlier process started; waits until it has closed its database. */
    static void end(long pid) {
        ProcessHandle.of(pid).filter(DevServerProcess::isTemporal).ifPresent(server -> {
            server.destroy();
            try {
                server.onExit().get(10, TimeUnit.SECONDS);
            } catch (InterruptedException interruption) {
                Thread.currentThread().interrupt();
            } catch (ExecutionException | TimeoutException stuck) {
                server.destroyForcibly();
            }
        });
    }

    static boolean isAlive(DevServerRecord server) {
        return ProcessHandle.of(server.pid())
                .filter(DevServerProcess::isTemporal)
                .isPresent();
    }

    /** A process id may have been given to another program since it was written down. */
    private static boolean isTemporal(ProcessHandle process) {
        return process.info().command().map(path -> path.endsWith("temporal")).orElse(false);
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException failure) {
            throw new UncheckedIOException("no free port on the loopback address", failure);
        }
    }
}
