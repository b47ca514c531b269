package dev.reflux.worker.command;

import dev.reflux.worker.dataset.Datasets;
import dev.reflux.worker.dataset.FieldNames;
import dev.reflux.worker.difference.Comparison;
import dev.reflux.worker.difference.Difference;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code reflux diff}: what two datasets do not have in common. */
@Command(
        name = "diff",
        description = {
            "Compare two datasets: samples in one alone, and those whose label, answers or decision changed.",
            "Samples belong together by their ids, or else by their texts."
        })
final class DiffCommand implements Callable<Integer> {

    private final Surroundings surroundings;

    @Parameters(index = "0", paramLabel = "A", description = "A file, a campaign's name, or CAMPAIGN@ROUND.")
    private String first;

    @Parameters(index = "1", paramLabel = "B", description = "The other one, likewise.")
    private String second;

    @Option(
            names = "--examples",
            paramLabel = "N",
            defaultValue = "5",
            description = "Samples that are shown of each kind. Default: ${DEFAULT-VALUE}")
    private int examples;

    @Option(
            names = "--field",
            paramLabel = "NAME=FIELD",
            description = "What files call a field, such as text=question or label=intent. May be given again.")
    private Map<String, String> fields = new TreeMap<>();

    @Option(
            names = "--second-field",
            paramLabel = "NAME=FIELD",
            description = "What B calls a field that A calls otherwise. May be given again.")
    private Map<String, String> secondFields = new TreeMap<>();

    @Mixin
    private WorkspaceOption workspace;

    @Option(names = "--json", description = "Print the differences as JSON.")
    private boolean json;

    @Spec
    private CommandSpec spec;

    DiffCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        if (examples < 0 || examples > 1000) {
            throw new ParameterException(
                    spec.commandLine(), "--examples must be from 0 to 1000, got " + examples + "; leave it out for 5");
        }
        FieldNames names = new FieldNames(fields);
        Difference difference = Comparison.of(
                datasets(names).named(first),
                datasets(names.and(new FieldNames(secondFields))).named(second),
                examples);
        if (json) {
            Json.print(spec.commandLine().getOut(), difference);
        } else {
            new DiffText(Page.of(spec.commandLine().getOut(), surroundings.environment())).print(difference);
        }
        long bad = difference.first().bad() + difference.second().bad();
        Complaints.print(spec.commandLine().getErr(), bad, difference.bad());
        return ExitCode.DONE.code();
    }

    private Datasets datasets(FieldNames names) {
        return new Datasets(workspace.path(), names);
    }
}
