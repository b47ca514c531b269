package dev.reflux.worker.command;

import java.io.PrintWriter;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** The command {@code reflux} with all its subcommands. */
@Command(
        name = "reflux",
        description =
                "Durable data distillation: a teacher labels, only what can be trusted is kept, a student learns.",
        mixinStandardHelpOptions = true,
        scope = ScopeType.INHERIT,
        versionProvider = Version.class,
        synopsisSubcommandLabel = "COMMAND",
        usageHelpAutoWidth = true)
public final class RefluxCommand implements Runnable {
    @Option(names = "--verbose", scope = ScopeType.INHERIT, description = "Show stack traces of failures.")
    private boolean verbose;

    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec;

    private RefluxCommand() {}

    /** The command line, ready to execute. */
    public static CommandLine in(Surroundings surroundings) {
        RefluxCommand root = new RefluxCommand();
        Failures failures = new Failures(root);
        return new CommandLine(root)
                .addSubcommand(new RunCommand(surroundings))
                .addSubcommand(new ValidateCommand(surroundings))
                .addSubcommand(new RehearseCommand(surroundings))
                .addSubcommand(new ApplyCommand(surroundings))
                .addSubcommand(new StatusCommand(surroundings))
                .addSubcommand(new OrderCommands.Pause(surroundings))
                .addSubcommand(new OrderCommands.Resume(surroundings))
                .addSubcommand(new OrderCommands.RaiseBudget(surroundings))
                .addSubcommand(new OrderCommands.Approve(surroundings))
                .addSubcommand(new OrderCommands.Finish(surroundings))
                .addSubcommand(new WorkerCommand(surroundings))
                .addSubcommand(new ConvertCommand())
                .addSubcommand(new InspectCommand(surroundings))
                .addSubcommand(new StatsCommand(surroundings))
                .addSubcommand(new DiffCommand(surroundings))
                .addSubcommand(new ExportCommand())
                .addSubcommand(new RenderCommand())
                .addSubcommand(new SchemaCommand(surroundings))
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setExecutionExceptionHandler(failures)
                .setParameterExceptionHandler(failures);
    }

    boolean isVerbose() {
        return verbose;
    }

    @Override
    public void run() {
        PrintWriter out = spec.commandLine().getOut();
        spec.commandLine().usage(out);
    }
}
