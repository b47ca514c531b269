package dev.reflux.worker.command;

import dev.reflux.worker.inspection.Inspection;
import dev.reflux.worker.inspection.Lineage;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code reflux inspect}: the story of one sample. */
@Command(
        name = "inspect",
        description = {
            "Tell the whole story of a sample: where it came from, what it was made from, what each stage made of it,",
            "its answers and verdicts, what was paid, where it lies. Works while the campaign is running, too."
        })
final class InspectCommand implements Callable<Integer> {

    private final Surroundings surroundings;

    @Parameters(index = "0", paramLabel = "DATASET", description = "A campaign's name, or a file of samples.")
    private String dataset;

    @Parameters(index = "1", paramLabel = "ID", description = "Id of a sample; its beginning will do.")
    private String id;

    @Mixin
    private WorkspaceOption workspace;

    @Option(names = "--json", description = "Print the story as JSON.")
    private boolean json;

    @Spec
    private CommandSpec spec;

    InspectCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        if (id.isBlank()) {
            throw new ParameterException(
                    spec.commandLine(), "ID must be the id of a sample, got nothing; a few digits of it will do");
        }
        Lineage lineage = new Inspection(workspace.path()).of(dataset, id.strip());
        if (json) {
            Json.print(spec.commandLine().getOut(), lineage);
        } else {
            new InspectText(Page.of(spec.commandLine().getOut(), surroundings.environment())).print(lineage);
        }
        return ExitCode.DONE.code();
    }
}
