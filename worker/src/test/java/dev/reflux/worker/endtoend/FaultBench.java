package dev.reflux.worker.endtoend;

import dev.reflux.activities.teacher.Script;
import dev.reflux.activities.teacher.ScriptedTeacher;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;

/** A real Temporal server, a scripted teacher and a workspace, to break things in. */
final class FaultBench implements AutoCloseable {

    static final Duration LONGEST_CAMPAIGN = Duration.ofMinutes(5);

    final Path folder;
    final TemporalServer server;
    final ScriptedTeacher teacher;
    final Tickets tickets;
    private final List<RefluxProcess> started = new ArrayList<>();

    FaultBench(Path folder, Script script) {
        this.folder = folder;
        this.server = TemporalServer.start(folder);
        this.teacher = ScriptedTeacher.start(script);
        this.tickets = new Tickets(folder, teacher.baseUrl());
    }

    static Script steadyTeacher() {
        return Script.answering(Tickets::answer).after(Duration.ofMillis(40));
    }

    Path workspace(String name) {
        try {
            return Files.createDirectories(folder.resolve("workspace-" + name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** {@code reflux run} of a campaign, watched from outside. */
    RefluxProcess run(Path campaign, Path workspace) {
        RefluxProcess process = RefluxProcess.start(
                folder,
                tickets.environment(),
                "run",
                campaign.toString(),
                "--workspace",
                workspace.toString(),
                "--temporal",
                server.address());
        started.add(process);
        return process;
    }

    /** Runs a campaign to its end and returns what it produced. */
    Product finish(Path campaign, Path workspace) {
        RefluxProcess process = run(campaign, workspace);
        int code = process.awaitEnd(LONGEST_CAMPAIGN);
        if (code != 0) {
            throw new AssertionError("exit code " + code + ":\n" + process.output());
        }
        return Product.of(workspace.resolve(nameOf(campaign)));
    }

    static String nameOf(Path campaign) {
        return campaign.getFileName().toString().replace(".yaml", "");
    }

    /** Waits for a moment, as closely as possible, while a process is still alive. */
    static void await(RefluxProcess process, BooleanSupplier moment) {
        long deadline = System.nanoTime() + LONGEST_CAMPAIGN.toNanos();
        while (!moment.getAsBoolean()) {
            if (!process.isAlive() || System.nanoTime() > deadline) {
                throw new AssertionError("the moment never came:\n" + process.output());
            }
            Thread.onSpinWait();
        }
    }

    @Override
    public void close() {
        started.stream().filter(RefluxProcess::isAlive).forEach(RefluxProcess::kill);
        teacher.close();
        server.close();
    }
}
