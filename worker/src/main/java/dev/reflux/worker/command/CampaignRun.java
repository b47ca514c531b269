package dev.reflux.worker.command;

import dev.reflux.config.Budget;
import dev.reflux.config.InvalidCampaignException;
import dev.reflux.worker.campaign.CampaignClient;
import dev.reflux.worker.campaign.CampaignCopy;
import dev.reflux.worker.campaign.CampaignOrder;
import dev.reflux.worker.campaign.CampaignRefusedException;
import dev.reflux.worker.campaign.CampaignStanding;
import dev.reflux.worker.campaign.CampaignSummary;
import dev.reflux.worker.campaign.CampaignWatch;
import dev.reflux.worker.campaign.CampaignWatch.Outcome;
import dev.reflux.worker.campaign.Hint;
import dev.reflux.worker.campaign.LoadedCampaign;
import dev.reflux.worker.orchestrator.Orchestrator;
import dev.reflux.worker.progress.ProgressView;
import dev.reflux.workflows.WorkflowIds;
import dev.reflux.workflows.campaign.CampaignProgress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** Brings a campaign to work, whatever state it is found in, and stays with it. */
final class CampaignRun {
    private static final Duration LOCAL_INTERVAL = Duration.ofMillis(500);
    /** Each look is two queries, which a shared Temporal has to answer and Temporal Cloud bills. */
    private static final Duration REMOTE_INTERVAL = Duration.ofSeconds(5);

    private final LoadedCampaign campaign;
    private final Orchestrator orchestrator;
    private final ProgressView view;
    private final Hint hint;
    private final CampaignClient client;

    CampaignRun(LoadedCampaign campaign, Orchestrator orchestrator, ProgressView view, Hint hint) {
        this.campaign = campaign;
        this.orchestrator = orchestrator;
        this.view = view;
        this.hint = hint;
        this.client = new CampaignClient(orchestrator.client());
    }

    /**
     * Starts the campaign, or goes on with it.
     *
     * @throws InvalidCampaignException if another campaign of that name is there
     */
    void begin(Path workspace) {
        CampaignStanding standing = client.find(name());
        switch (standing.kind()) {
            case ABSENT, BROKEN -> {
                CampaignSummary.fingerprint(workspace, name())
                        .ifPresent(fingerprint -> requireSame(campaign, fingerprint, "lies in this workspace"));
                client.start(campaign);
            }
            case OPEN -> {
                requireSame(campaign, standing.fingerprint(), "is under way");
                goOn();
            }
            case FINISHED -> startAgainIfForgotten(standing, workspace);
        }
        CampaignCopy.keep(campaign, workspace);
        link().ifPresent(address -> view.say("  " + address));
    }

    /** Temporal remembers it as finished; where its files are gone, it is begun anew. */
    private void startAgainIfForgotten(CampaignStanding standing, Path workspace) {
        if (Files.exists(workspace.resolve(name()))) {
            requireSame(campaign, standing.fingerprint(), "was finished");
        } else {
            client.start(campaign);
        }
    }

    static void requireSame(LoadedCampaign campaign, String fingerprint, String what) {
        if (!campaign.fingerprint().equals(fingerprint)) {
            throw new InvalidCampaignException(
                    "campaign " + campaign.name() + " must stay as it was begun, and another one of that name " + what
                            + " with a different file or different inputs; give this one another name");
        }
    }

    private void goOn() {
        CampaignProgress progress = client.progress(name());
        raiseBudget(progress);
        if (progress.state() == CampaignProgress.State.HOLDING) {
            resume(progress);
        }
        view.say("  goes on with the campaign that was begun");
    }

    private void raiseBudget(CampaignProgress progress) {
        Budget budget = campaign.plan().budget();
        if (budget != null && progress.budgetUsd() != null && budget.usd() > progress.budgetUsd()) {
            client.tell(name(), CampaignOrder.RAISE_BUDGET, budget.usd());
        }
    }

    /** A raised budget may have set it going already; then there is nothing to resume. */
    private void resume(CampaignProgress progress) {
        view.say("  it held: " + progress.problem());
        try {
            client.tell(name(), CampaignOrder.RESUME);
        } catch (CampaignRefusedException goesAlready) {
            view.say("  " + goesAlready.getMessage());
        }
    }

    /** Watches until the campaign is finished, holds or fails, or the user leaves. */
    ExitCode watch(ReportPrinter printer, Interrupts interrupts, boolean working) {
        Duration interval = orchestrator.isLocal() ? LOCAL_INTERVAL : REMOTE_INTERVAL;
        CampaignWatch watch = new CampaignWatch(client, campaign, hint, interval);
        Outcome outcome = watch.watch(view, interrupts::wantsToLeave);
        view.finish();
        if (working && !outcome.isFinished() && !outcome.isHolding() && !interrupts.wantsToStop()) {
            view.say("stopped watching; this process works on until the campaign is finished");
            view.say("  Ctrl-C again stops it");
            if (orchestrator.lacks().isEmpty()) {
                view.say("  " + hint.to("status") + " tells how it stands");
            }
            outcome = watch.watch(new Silence(), interrupts::wantsToStop);
        }
        return end(outcome, printer);
    }

    private ExitCode end(Outcome outcome, ReportPrinter printer) {
        if (outcome.isFinished()) {
            printer.print(outcome.report(), orchestrator.afterwards(WorkflowIds.campaign(name())));
            return ExitCode.DONE;
        }
        if (outcome.isHolding()) {
            view.say(name() + " holds: " + outcome.problem());
            view.say("mend that and run the same command again, or: " + hint.to("resume"));
            return ExitCode.HOLDS;
        }
        view.say(name() + " is not finished; the same command goes on with it");
        return ExitCode.DETACHED;
    }

    private Optional<String> link() {
        return orchestrator.linkTo(WorkflowIds.campaign(name()));
    }

    private String name() {
        return campaign.name();
    }
}
