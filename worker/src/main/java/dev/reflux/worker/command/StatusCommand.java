package dev.reflux.worker.command;

import dev.reflux.worker.campaign.CampaignRefusedException;
import dev.reflux.worker.campaign.CampaignStatus;
import dev.reflux.worker.campaign.CampaignSurvey;
import dev.reflux.worker.campaign.NoWorkerException;
import dev.reflux.worker.orchestrator.Orchestrator;
import dev.reflux.worker.orchestrator.OrchestratorChoice;
import dev.reflux.worker.orchestrator.OrchestratorUnreachableException;
import dev.reflux.worker.orchestrator.Orchestrators;
import java.io.PrintWriter;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code reflux status}: from Temporal where it answers, else from the workspace. */
@Command(name = "status", description = "Tell how a campaign stands.")
final class StatusCommand implements Callable<Integer> {
    private final Surroundings surroundings;

    @Mixin
    private Placement placement;

    @Parameters(paramLabel = "NAME", description = "Name of the campaign.")
    private String name;

    @Option(names = "--json", description = "Print it as JSON.")
    private boolean json;

    @Spec
    private CommandSpec spec;

    StatusCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        CampaignStatus status = find();
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            Json.print(out, status);
        } else {
            StatusText.lines(status, placement.workspace()).forEach(out::println);
        }
        return ExitCode.DONE.code();
    }

    private CampaignStatus find() {
        try {
            Optional<CampaignStatus> known = askTemporal();
            return known.or(this::readSummary).orElseThrow(this::unknown);
        } catch (OrchestratorUnreachableException | NoWorkerException silence) {
            CampaignStatus last = readSummary().orElseThrow(() -> silence);
            spec.commandLine().getErr().println("reflux: " + silence.getMessage() + "; this is its last summary");
            return last;
        }
    }

    private Optional<CampaignStatus> askTemporal() {
        OrchestratorChoice choice = placement.choice(surroundings.environment());
        Orchestrators orchestrators = surroundings.orchestrators(placement.workspace());
        if (!orchestrators.mayKnowCampaigns(choice)) {
            return Optional.empty();
        }
        try (Orchestrator orchestrator = orchestrators.open(choice);
                LocalAnswers answers = LocalAnswers.on(orchestrator)) {
            return CampaignSurvey.ask(answers.client(), name);
        }
    }

    private Optional<CampaignStatus> readSummary() {
        return CampaignSurvey.readSummary(placement.workspace(), name);
    }

    private CampaignRefusedException unknown() {
        return new CampaignRefusedException(
                "campaign " + name + " must have been started, found none in Temporal nor in " + placement.workspace()
                        + "; check --workspace, --temporal and the name");
    }
}
