package dev.reflux.worker.command;

import dev.reflux.activities.report.TeacherNotice;
import dev.reflux.config.StagePlan;
import dev.reflux.config.WorkerRole;
import dev.reflux.worker.campaign.CampaignLoader;
import dev.reflux.worker.campaign.CampaignSummary;
import dev.reflux.worker.campaign.Hint;
import dev.reflux.worker.campaign.LoadedCampaign;
import dev.reflux.worker.orchestrator.Orchestrator;
import dev.reflux.worker.orchestrator.OrchestratorChoice;
import dev.reflux.worker.progress.PlainProgress;
import dev.reflux.worker.progress.ProgressView;
import dev.reflux.worker.wiring.RefluxWorker;
import dev.reflux.worker.wiring.Staff;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code reflux run}: starts a campaign, or goes on with it, and watches it until it is finished. */
@Command(
        name = "run",
        description = {
            "Run a campaign, or go on with one that was begun: the same file always means the same campaign.",
            "Ctrl-C stops watching, a second one stops the worker in this process; the same command goes on."
        })
final class RunCommand implements Callable<Integer> {
    private final Surroundings surroundings;

    @Mixin
    private Placement placement;

    @Parameters(paramLabel = "FILE", description = "The campaign, in YAML.")
    private Path file;

    @Option(names = "--no-worker", description = "Start and watch only; reflux worker processes do the work.")
    private boolean withoutWorker;

    @Option(
            names = "--json",
            description = "Print the finished campaign's report as JSON on stdout, progress on stderr.")
    private boolean json;

    @Spec
    private CommandSpec spec;

    RunCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        LoadedCampaign campaign = new CampaignLoader(surroundings.assembly()).load(file);
        OrchestratorChoice choice = placement.choice(surroundings.environment());
        Path workspace = placement.createdWorkspace();
        ReportPrinter printer = new ReportPrinter(spec.commandLine().getOut(), workspace, json);
        Optional<CampaignSummary> finished = finishedBefore(campaign, workspace);
        if (finished.isPresent()) {
            printer.printAgain(finished.get());
            return ExitCode.DONE.code();
        }
        Path log = LogFile.write(workspace);
        ProgressView view = view();
        try (Interrupts interrupts = Interrupts.listen();
                Orchestrator orchestrator =
                        surroundings.orchestrators(workspace).open(choice)) {
            view.say(campaign.name() + " on " + orchestrator.description());
            orchestrator.lacks().forEach(lack -> view.say("  " + lack));
            TeacherNotice.of(campaign.plan()).ifPresent(notice -> view.say("  " + notice));
            view.say("  log in " + log);
            Hint hint = new Hint(campaign.name(), placement.options());
            CampaignRun run = new CampaignRun(campaign, orchestrator, view, hint);
            Supplier<ExitCode> task = () -> {
                run.begin(workspace);
                return run.watch(printer, interrupts, !withoutWorker);
            };
            ExitCode code = withoutWorker
                    ? task.get()
                    : withWorker(orchestrator, workspace, staff -> {
                        lacks(campaign, staff).forEach(lack -> view.say("  this machine " + lack));
                        return task.get();
                    });
            return code.code();
        }
    }

    @SuppressWarnings("try") // The worker works by being open.
    private ExitCode withWorker(Orchestrator orchestrator, Path workspace, Function<Staff, ExitCode> task) {
        try (Staff staff = surroundings.assembly().staff(workspace);
                RefluxWorker worker = RefluxWorker.start(
                        orchestrator.client(),
                        EnumSet.allOf(WorkerRole.class),
                        staff,
                        orchestrator.givesUpOnDeadWorkers())) {
            return task.apply(staff);
        }
    }

    /** What this machine lacks of what the campaign's stages ask for. */
    private static List<String> lacks(LoadedCampaign campaign, Staff staff) {
        return campaign.plan().stages().stream()
                .map(StagePlan::role)
                .distinct()
                .flatMap(role -> staff.lack(role).stream())
                .toList();
    }

    /** A finished campaign needs no Temporal: its summary tells everything. */
    private static Optional<CampaignSummary> finishedBefore(LoadedCampaign campaign, Path workspace) {
        Optional<CampaignSummary> finished =
                CampaignSummary.read(workspace, campaign.name()).filter(CampaignSummary::isFinished);
        finished.ifPresent(summary -> CampaignRun.requireSame(campaign, summary.fingerprint(), "was finished"));
        return finished;
    }

    private ProgressView view() {
        return json
                ? new PlainProgress(spec.commandLine().getErr())
                : Screen.of(spec.commandLine().getOut(), surroundings.environment());
    }
}
