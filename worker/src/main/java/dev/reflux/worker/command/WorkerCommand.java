package dev.reflux.worker.command;

import dev.reflux.config.WorkerRole;
import dev.reflux.worker.orchestrator.Orchestrator;
import dev.reflux.worker.orchestrator.OrchestratorChoice;
import dev.reflux.worker.wiring.RefluxWorker;
import dev.reflux.worker.wiring.Staff;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code reflux worker}: works for every campaign of one Temporal until it is stopped. */
@Command(
        name = "worker",
        description = "Work for all campaigns of a Temporal until stopped. Workers share the workspace.")
final class WorkerCommand implements Callable<Integer> {
    private final Surroundings surroundings;

    @Mixin
    private Placement placement;

    @Option(
            names = "--roles",
            split = ",",
            paramLabel = "ROLE",
            defaultValue = "teacher,compute,sandbox",
            description = "Kinds of work to take: teacher (waits on models), compute (uses this machine's processors), "
                    + "sandbox (runs code that nobody trusts). Default: ${DEFAULT-VALUE}")
    private List<WorkerRole> roles;

    @Spec
    private CommandSpec spec;

    WorkerCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    @SuppressWarnings("try") // The worker works by being open.
    public Integer call() throws InterruptedException {
        OrchestratorChoice choice = placement.choice(surroundings.environment());
        if (choice.kind() == OrchestratorChoice.Kind.EMBEDDED) {
            throw new ParameterException(
                    spec.commandLine(),
                    "a worker must have a Temporal that others can reach, found none; give --temporal HOST:PORT, or put "
                            + "the temporal CLI on the PATH");
        }
        Path workspace = placement.createdWorkspace();
        LogFile.write(workspace);
        Set<WorkerRole> taken = EnumSet.copyOf(roles);
        try (Interrupts interrupts = Interrupts.listen();
                Orchestrator orchestrator =
                        surroundings.orchestrators(workspace).open(choice);
                Staff staff = surroundings.assembly().staff(workspace);
                RefluxWorker worker =
                        RefluxWorker.start(orchestrator.client(), taken, staff, orchestrator.givesUpOnDeadWorkers())) {
            say("works on " + words(taken) + " for " + orchestrator.description() + "; Ctrl-C stops it");
            taken.forEach(role -> staff.lack(role).ifPresent(this::say));
            interrupts.awaitLeave();
            say("stops: what is in flight goes to another worker");
        }
        return ExitCode.DONE.code();
    }

    private static String words(Set<WorkerRole> roles) {
        return roles.stream().map(role -> role.name().toLowerCase(Locale.ROOT)).collect(Collectors.joining(", "));
    }

    private void say(String what) {
        PrintWriter out = spec.commandLine().getOut();
        out.println("worker " + ProcessHandle.current().pid() + " " + what);
        out.flush();
    }
}
