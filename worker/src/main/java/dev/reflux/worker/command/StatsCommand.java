package dev.reflux.worker.command;

import dev.reflux.worker.dataset.Datasets;
import dev.reflux.worker.dataset.FieldNames;
import dev.reflux.worker.statistics.DatasetSurvey;
import dev.reflux.worker.statistics.Statistics;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code reflux stats}: what a dataset is like. */
@Command(
        name = "stats",
        description = {
            "Tell what a dataset is like: labels, languages, lengths, answers, verdicts, repetitions.",
            "Reads a file of any layout, or what a campaign's last finished round left."
        })
final class StatsCommand implements Callable<Integer> {

    private final Surroundings surroundings;

    @Parameters(paramLabel = "DATASET", description = "A file, a campaign's name, or CAMPAIGN@ROUND.")
    private String dataset;

    @Option(names = "--topics", description = "Embed some of the texts too, to tell their topics; takes some seconds.")
    private boolean topics;

    @Option(
            names = "--field",
            paramLabel = "NAME=FIELD",
            description = "What a file calls a field, such as text=question or label=intent. May be given again.")
    private Map<String, String> fields = new TreeMap<>();

    @Mixin
    private WorkspaceOption workspace;

    @Option(names = "--json", description = "Print the figures as JSON.")
    private boolean json;

    @Spec
    private CommandSpec spec;

    StatsCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        Datasets datasets = new Datasets(workspace.path(), new FieldNames(fields));
        Statistics statistics = DatasetSurvey.of(datasets.named(dataset), topics);
        if (json) {
            Json.print(spec.commandLine().getOut(), statistics);
        } else {
            new StatsText(Page.of(spec.commandLine().getOut(), surroundings.environment())).print(statistics);
        }
        Complaints.print(
                spec.commandLine().getErr(),
                statistics.bad().count(),
                statistics.bad().lines());
        boolean nothing = statistics.counts().samples() == 0 && statistics.bad().count() > 0;
        return (nothing ? ExitCode.INVALID_CAMPAIGN : ExitCode.DONE).code();
    }
}
