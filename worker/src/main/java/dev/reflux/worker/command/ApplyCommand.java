package dev.reflux.worker.command;

import dev.reflux.activities.shard.TemporaryFolder;
import dev.reflux.worker.apply.StepApplication;
import dev.reflux.worker.apply.StepOrder;
import dev.reflux.workflows.Tally;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
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

/** {@code reflux apply}: one stage or merge step on a file, without a campaign and without a Temporal. */
@Command(
        name = "apply",
        description = {
            "Apply one stage, or one step of the merge, to a file of samples; no Temporal is needed.",
            "Teachers are asked within their limits, and never for what the workspace's ledger knows."
        })
final class ApplyCommand implements Callable<Integer> {

    private final Surroundings surroundings;

    @Parameters(paramLabel = "STEP", description = "Name of the stage or merge step, as in a campaign file.")
    private String step;

    @Option(
            names = "--in",
            paramLabel = "FILE",
            description = "The samples: a campaign's input, or what apply wrote. Left out for a stage that makes them.")
    private Path samples;

    @Option(
            names = "--out",
            paramLabel = "FILE",
            required = true,
            description = "Where accepted samples go; the ending decides what kind of file it is.")
    private Path accepted;

    @Option(names = "--rejected", paramLabel = "FILE", description = "Where rejected samples go, each with its reason.")
    private Path rejected;

    @Option(
            names = "--set",
            paramLabel = "KEY=VALUE",
            description = "A setting of the step; dots lead into nested ones, lists stand in brackets.")
    private Map<String, String> settings = new TreeMap<>();

    @Option(
            names = "--campaign",
            paramLabel = "FILE",
            description = "Campaign that lends its teachers, its seeds, its field names and the step's settings.")
    private Path campaign;

    @Option(names = "--seeds", paramLabel = "FILE", description = "Seeds, over the campaign's.")
    private Path seeds;

    @Option(
            names = "--teacher",
            paramLabel = "KEY=VALUE",
            description = "A setting of the main teacher, such as provider=openai.")
    private Map<String, String> teacher = new TreeMap<>();

    @Mixin
    private WorkspaceOption workspace;

    @Option(names = "--json", description = "Print the counts as JSON.")
    private boolean json;

    @Spec
    private CommandSpec spec;

    ApplyCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        List<String> steps = new ArrayList<>(surroundings.assembly().stages());
        steps.addAll(surroundings.assembly().mergeSteps());
        if (!steps.contains(step)) {
            throw new ParameterException(
                    spec.commandLine(), "STEP must be one of " + String.join(", ", steps) + ", got " + step);
        }
        if (samples == null && seeds == null && campaign == null) {
            throw new ParameterException(
                    spec.commandLine(),
                    "--in must name a file of samples, got nothing; only a stage that makes samples"
                            + " from --seeds does without");
        }
        if (rejected != null && absolute(rejected).equals(absolute(accepted))) {
            throw new ParameterException(
                    spec.commandLine(), "--rejected must be another file than --out, got " + rejected + " twice");
        }
        StepOrder order = new StepOrder(step, samples, settings, campaign, seeds, teacher);
        Tally tally;
        try (TemporaryFolder scratch = TemporaryFolder.create("reflux-apply-");
                CountLine count = CountLine.on(spec.commandLine().getErr(), step, surroundings.environment())) {
            tally = new StepApplication(surroundings.assembly())
                    .apply(
                            order,
                            new StepApplication.Files(accepted, rejected),
                            scratch.path(),
                            workspace.path(),
                            count::show);
        }
        print(tally);
        return ExitCode.DONE.code();
    }

    private static Path absolute(Path file) {
        return file.toAbsolutePath().normalize();
    }

    private void print(Tally tally) {
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            Json.print(out, tally);
            return;
        }
        out.printf("%s: %,d in, %,d accepted → %s%n", step, tally.input(), tally.accepted(), accepted);
        if (tally.rejectedTotal() > 0) {
            out.printf("%,d rejected%s%n", tally.rejectedTotal(), rejected == null ? "" : " → " + rejected);
        }
        tally.rejected().forEach((reason, count) -> out.printf("  %-28s %,d%n", reason, count));
        if (tally.teacherCalls() + tally.ledgerHits() > 0) {
            out.printf(
                    "%,d calls paid, %,d more from the ledger; %,d tokens in, %,d out; $%.4f%n",
                    tally.teacherCalls(),
                    tally.ledgerHits(),
                    tally.inputTokens(),
                    tally.outputTokens(),
                    tally.costUsd());
        }
        out.flush();
    }
}
