package dev.reflux.worker.command;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code reflux schema}: the grammar of campaign files, for editors. */
@Command(name = "schema", description = "Print the JSON Schema of campaign files, for editors.")
final class SchemaCommand implements Callable<Integer> {
    private final Surroundings surroundings;

    @Spec
    private CommandSpec spec;

    SchemaCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        spec.commandLine().getOut().println(surroundings.assembly().schema().strip());
        return ExitCode.DONE.code();
    }
}
