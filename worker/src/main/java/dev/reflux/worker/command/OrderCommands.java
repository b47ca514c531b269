package dev.reflux.worker.command;

import dev.reflux.worker.campaign.CampaignOrder;
import dev.reflux.worker.campaign.CampaignRefusedException;
import dev.reflux.worker.orchestrator.Orchestrator;
import dev.reflux.worker.orchestrator.OrchestratorChoice;
import dev.reflux.worker.orchestrator.Orchestrators;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Commands that tell an open campaign something. Each is one update of its workflow, as the Temporal UI offers it too. */
final class OrderCommands {
    private OrderCommands() {}

    /** What these commands have in common. */
    abstract static class Order implements Callable<Integer> {
        private final Surroundings surroundings;
        private final CampaignOrder order;
        private final String done;

        @Mixin
        private Placement placement;

        @Parameters(index = "0", paramLabel = "NAME", description = "Name of the campaign.")
        private String name;

        @Spec
        private CommandSpec spec;

        Order(Surroundings surroundings, CampaignOrder order, String done) {
            this.surroundings = surroundings;
            this.order = order;
            this.done = done;
        }

        Object[] arguments() {
            return new Object[0];
        }

        final CommandSpec spec() {
            return spec;
        }

        @Override
        public Integer call() {
            Object[] arguments = arguments();
            OrchestratorChoice choice = placement.choice(surroundings.environment());
            Orchestrators orchestrators = surroundings.orchestrators(placement.workspace());
            if (!orchestrators.mayKnowCampaigns(choice)) {
                throw new CampaignRefusedException("campaign " + name + " must be open, and " + placement.workspace()
                        + " has no Temporal that outlives a command; give --workspace or --temporal");
            }
            try (Orchestrator orchestrator = orchestrators.open(choice);
                    LocalAnswers answers = LocalAnswers.on(orchestrator)) {
                answers.client().tell(name, order, arguments);
            }
            spec.commandLine().getOut().println(name + " " + done);
            return ExitCode.DONE.code();
        }
    }

    /** {@code reflux pause}. */
    @Command(name = "pause", description = "Start no further work; what is in flight is finished.")
    static final class Pause extends Order {
        Pause(Surroundings surroundings) {
            super(surroundings, CampaignOrder.PAUSE, "is pausing");
        }
    }

    /** {@code reflux resume}. */
    @Command(name = "resume", description = "Go on after a pause, or after mending what the campaign holds for.")
    static final class Resume extends Order {
        Resume(Surroundings surroundings) {
            super(surroundings, CampaignOrder.RESUME, "goes on");
        }
    }

    /** {@code reflux approve}. */
    @Command(name = "approve", description = "Let the next round begin.")
    static final class Approve extends Order {
        Approve(Surroundings surroundings) {
            super(surroundings, CampaignOrder.APPROVE, "begins its next round");
        }
    }

    /** {@code reflux finish}. */
    @Command(name = "finish", description = "Start no further round: finish with the data there is.")
    static final class Finish extends Order {
        Finish(Surroundings surroundings) {
            super(surroundings, CampaignOrder.FINISH, "finishes after this round");
        }
    }

    /** {@code reflux raise-budget}. */
    @Command(
            name = "raise-budget",
            description = "Set a higher budget for the whole campaign; it goes on if it held for it.")
    static final class RaiseBudget extends Order {
        @Parameters(
                index = "1",
                paramLabel = "USD",
                description = "The new budget, in US dollars for the whole campaign.")
        private double usd;

        RaiseBudget(Surroundings surroundings) {
            super(surroundings, CampaignOrder.RAISE_BUDGET, "has its new budget");
        }

        @Override
        Object[] arguments() {
            if (!Double.isFinite(usd) || usd <= 0) {
                throw new ParameterException(spec().commandLine(), "USD must be a positive number, got " + usd);
            }
            return new Object[] {usd};
        }
    }
}
