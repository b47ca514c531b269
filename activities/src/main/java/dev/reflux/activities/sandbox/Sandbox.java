package dev.reflux.activities.sandbox;

import dev.reflux.activities.sandbox.Execution.Outcome;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.TimeUnit;

/**
 * Runs programs that nobody trusts, each in a bubblewrap of its own; safe for use by many threads.
 *
 * <p>A program leaves nothing behind: no process, no file. Running one twice does the same work twice.
 */
public final class Sandbox {

    private static final String INSTALL =
            "install the package bubblewrap, 0.8 or newer, on a Linux that allows user " + "namespaces";
    private static final List<String> SYSTEM = List.of("/usr/bin", "/bin", "/usr/sbin", "/sbin");
    private static final Duration TRIAL = Duration.ofSeconds(20);
    private static final int TRIAL_MEGABYTES = 256;
    private static final long LOOK_MILLIS = 50;
    private static final List<Integer> NOT_BEGUN = List.of(1, 126, 127);
    private static final int SIGNALLED = 128;
    private static final int PROCESSOR_TIME_OVER = SIGNALLED + 24;

    private final Confinement confinement;
    private final Users users;

    private Sandbox(Confinement confinement, Users users) {
        this.confinement = confinement;
        this.users = users;
    }

    /**
     * The sandbox of this machine, after a trial run in it.
     *
     * @throws SandboxUnavailableException where there is none, or the trial fails: nothing can be run then
     */
    public static Sandbox find() {
        String path = System.getenv("PATH");
        return find(Arrays.asList((path == null ? "" : path).split(File.pathSeparator)));
    }

    static Sandbox find(List<String> folders) {
        Path bubblewrap = Executables.in("bwrap", folders)
                .orElseThrow(() -> new SandboxUnavailableException(
                        "Code that is not trusted runs in bubblewrap only, found no bwrap on the PATH; " + INSTALL));
        Sandbox sandbox =
                new Sandbox(new Confinement(bubblewrap, tool("prlimit"), tool("setpriv")), Users.ofThisProcess());
        Execution trial =
                sandbox.run(Program.of(Map.of(), List.of("/bin/true"), List.of(), Limits.of(TRIAL, TRIAL_MEGABYTES)));
        if (trial.outcome() != Outcome.FINISHED || trial.exitCode() != 0) {
            throw new SandboxUnavailableException("Code that is not trusted runs in bubblewrap only, " + bubblewrap
                    + " could not run /bin/true: " + trial.errors().strip() + "; " + INSTALL);
        }
        return sandbox;
    }

    private static Path tool(String name) {
        return Executables.in(name, SYSTEM)
                .orElseThrow(() -> new SandboxUnavailableException("A sandbox needs " + name + ", found none in "
                        + String.join(", ", SYSTEM) + "; install the package util-linux"));
    }

    /**
     * Runs a program to its end, or to its limits.
     *
     * @throws SandboxUnavailableException where the sandbox could not be set up; the program did not run then
     */
    public Execution run(Program program) {
        try {
            Integer user = users.take();
            try (ProgramFolder folder = ProgramFolder.of(program)) {
                return run(program, folder, user);
            } finally {
                users.giveBack(user);
            }
        } catch (IOException failure) {
            throw new SandboxUnavailableException(
                    "A program must be written and started, but " + failure.getMessage() + "; mend that", failure);
        } catch (InterruptedException interrupt) {
            Thread.currentThread().interrupt();
            throw new CancellationException("Interrupted while a program ran in the sandbox");
        }
    }

    private Execution run(Program program, ProgramFolder folder, Integer user)
            throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(confinement.command(program, folder.files(), user))
                .redirectInput(folder.stdin().toFile());
        // The sandbox's first process keeps what it was started with, and the program might read it there.
        builder.environment().clear();
        builder.directory(Path.of("/").toFile());
        Process process = builder.start();
        try {
            OutputCut output =
                    new OutputCut(process.getInputStream(), program.limits().outputBytes());
            OutputCut errors =
                    new OutputCut(process.getErrorStream(), program.limits().outputBytes());
            List<Thread> readers = List.of(output.start(), errors.start());
            Outcome outcome = watch(process, program.limits());
            for (Thread reader : readers) {
                reader.join();
            }
            return ended(process, outcome, output.text(), errors.text());
        } finally {
            new ProcessTree(process).kill();
        }
    }

    private static Outcome watch(Process process, Limits limits) throws InterruptedException {
        ProcessTree tree = new ProcessTree(process);
        long end = System.nanoTime() + limits.time().toNanos();
        while (!process.waitFor(LOOK_MILLIS, TimeUnit.MILLISECONDS)) {
            boolean late = System.nanoTime() - end >= 0;
            if (late || tree.holdsMoreThan(limits.memoryMegabytes())) {
                tree.kill();
                return late ? Outcome.TIMED_OUT : Outcome.OUT_OF_MEMORY;
            }
        }
        return Outcome.FINISHED;
    }

    private static Execution ended(Process process, Outcome outcome, String output, String errors) {
        if (outcome != Outcome.FINISHED) {
            return new Execution(outcome, -1, output, errors);
        }
        int exitCode = process.exitValue();
        if (NOT_BEGUN.contains(exitCode) && output.isEmpty() && isOfTheSandbox(errors)) {
            throw new SandboxUnavailableException(
                    "The sandbox could not be set up: " + errors.strip() + "; " + INSTALL);
        } else if (exitCode == PROCESSOR_TIME_OVER) {
            return new Execution(Outcome.TIMED_OUT, exitCode, output, errors);
        }
        return new Execution(exitCode > SIGNALLED ? Outcome.KILLED : Outcome.FINISHED, exitCode, output, errors);
    }

    /** Bubblewrap and its like say their name first; a program that says so too is not decided on, which helps it nothing. */
    private static boolean isOfTheSandbox(String errors) {
        return errors.startsWith("bwrap: ") || errors.startsWith("setpriv: ") || errors.startsWith("prlimit: ");
    }
}
