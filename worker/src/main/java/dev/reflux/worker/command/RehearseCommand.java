package dev.reflux.worker.command;

import dev.reflux.activities.shard.LocalWorkspace;
import dev.reflux.activities.shard.TemporaryFolder;
import dev.reflux.config.CampaignPlan;
import dev.reflux.config.WorkerRole;
import dev.reflux.worker.campaign.CampaignClient;
import dev.reflux.worker.campaign.CampaignLoader;
import dev.reflux.worker.campaign.CampaignSummary;
import dev.reflux.worker.campaign.CampaignWatch;
import dev.reflux.worker.campaign.Hint;
import dev.reflux.worker.campaign.LoadedCampaign;
import dev.reflux.worker.orchestrator.Orchestrator;
import dev.reflux.worker.orchestrator.OrchestratorChoice;
import dev.reflux.worker.progress.EstimateTable;
import dev.reflux.worker.rehearsal.Estimate;
import dev.reflux.worker.rehearsal.Estimator;
import dev.reflux.worker.rehearsal.RehearsalPlan;
import dev.reflux.worker.wiring.RefluxWorker;
import dev.reflux.worker.wiring.Staff;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code reflux rehearse}: tries a whole campaign small, with made-up answers, and says what the real one may take. */
@Command(
        name = "rehearse",
        description = {
            "Run a campaign small with made-up answers, in a workspace of its own that is thrown away; spend nothing.",
            "Prints what the campaign may take: calls, tokens, cost and time of each stage, with the range."
        })
final class RehearseCommand implements Callable<Integer> {
    private static final Duration INTERVAL = Duration.ofMillis(200);

    private final Surroundings surroundings;

    @Parameters(paramLabel = "FILE", description = "The campaign, in YAML.")
    private Path file;

    @Option(
            names = "--samples",
            paramLabel = "N",
            defaultValue = "20",
            description = "Samples to rehearse with. Default: ${DEFAULT-VALUE}")
    private int samples;

    @Option(names = "--json", description = "Print the estimate as JSON.")
    private boolean json;

    @Spec
    private CommandSpec spec;

    RehearseCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        if (samples < 1) {
            throw new ParameterException(
                    spec.commandLine(), "--samples must be 1 or more, got " + samples + "; leave it out for 20");
        }
        LoadedCampaign campaign = new CampaignLoader(surroundings.assembly()).load(file);
        try (TemporaryFolder workspace = TemporaryFolder.create("reflux-rehearse-")) {
            return rehearse(campaign, workspace.path()).code();
        }
    }

    private ExitCode rehearse(LoadedCampaign campaign, Path workspace) {
        CampaignPlan plan = RehearsalPlan.of(campaign.plan(), samples);
        LoadedCampaign small = new LoadedCampaign(
                plan,
                campaign.text(),
                campaign.folder(),
                surroundings.assembly().fingerprint(plan, campaign.folder()),
                campaign.inputs());
        CampaignWatch.Outcome outcome = run(small, workspace);
        if (outcome.isHolding()) {
            spec.commandLine()
                    .getErr()
                    .println("reflux: the rehearsal of " + small.name() + " holds: " + outcome.problem());
            return ExitCode.HOLDS;
        }
        CampaignSummary summary = CampaignSummary.read(workspace, small.name())
                .orElseThrow(() -> new IllegalStateException("a finished rehearsal leaves a summary in " + workspace));
        long pool = campaign.inputs().pool();
        print(new Estimator(campaign.plan(), pool, new LocalWorkspace(workspace).folder(small.name()), summary.json())
                .estimate());
        return ExitCode.DONE;
    }

    @SuppressWarnings("try") // The worker works by being open.
    private CampaignWatch.Outcome run(LoadedCampaign small, Path workspace) {
        LogFile.write(workspace);
        OrchestratorChoice embedded = new OrchestratorChoice(OrchestratorChoice.Kind.EMBEDDED, null);
        try (Orchestrator orchestrator = surroundings.orchestrators(workspace).open(embedded);
                Staff staff = surroundings.assembly().staff(workspace);
                RefluxWorker worker = RefluxWorker.start(
                        orchestrator.client(),
                        EnumSet.allOf(WorkerRole.class),
                        staff,
                        orchestrator.givesUpOnDeadWorkers())) {
            CampaignClient client = new CampaignClient(orchestrator.client());
            client.start(small);
            Hint hint = new Hint(small.name(), "");
            return new CampaignWatch(client, small, hint, INTERVAL).watch(new Silence(), () -> false);
        }
    }

    private void print(Estimate estimate) {
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            Json.print(out, estimate);
            return;
        }
        out.printf(
                "%s rehearsed with %,d of %,d samples: every stage ran, nothing was spent%n",
                estimate.campaign(), estimate.rehearsed(), estimate.samples());
        EstimateTable.lines(estimate).forEach(out::println);
        out.println("Expected: everything passes, answers are as long as the rehearsed ones. At least: filters");
        out.println("pass what they passed of made-up answers, real ones are half as long, the model is quick.");
        out.println("At most: all rounds, every redraw, answers as long as they may be, the model is slow.");
        out.flush();
    }
}
