package dev.reflux.worker.campaign;

import dev.reflux.workflows.Problem;
import dev.reflux.workflows.WorkflowIds;
import dev.reflux.workflows.campaign.CampaignProgress;
import dev.reflux.workflows.campaign.CampaignReport;
import dev.reflux.workflows.campaign.CampaignWorkflow;
import dev.reflux.workflows.round.RoundProgress;
import io.grpc.StatusRuntimeException;
import io.temporal.api.enums.v1.PendingActivityState;
import io.temporal.api.enums.v1.WorkflowExecutionStatus;
import io.temporal.api.workflow.v1.PendingActivityInfo;
import io.temporal.client.ActivityWorkerShutdownException;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowException;
import io.temporal.client.WorkflowExecutionDescription;
import io.temporal.client.WorkflowNotFoundException;
import io.temporal.client.WorkflowStub;
import io.temporal.client.WorkflowUpdateException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** What a command may ask of campaigns in one Temporal. */
public final class CampaignClient {
    private static final Duration PATIENCE = Duration.ofSeconds(15);

    private final WorkflowClient client;

    public CampaignClient(WorkflowClient client) {
        this.client = client;
    }

    public CampaignStanding find(String name) {
        try {
            WorkflowExecutionDescription found = campaign(name).describe();
            return new CampaignStanding(
                    kind(found.getStatus()), (String) found.getMemo(CampaignStart.FINGERPRINT, String.class), (String)
                            found.getMemo(CampaignStart.NOTICE, String.class));
        } catch (WorkflowNotFoundException absent) {
            return new CampaignStanding(CampaignStanding.Kind.ABSENT, null, null);
        }
    }

    private static CampaignStanding.Kind kind(WorkflowExecutionStatus status) {
        return switch (status) {
            case WORKFLOW_EXECUTION_STATUS_RUNNING, WORKFLOW_EXECUTION_STATUS_CONTINUED_AS_NEW ->
                CampaignStanding.Kind.OPEN;
            case WORKFLOW_EXECUTION_STATUS_COMPLETED -> CampaignStanding.Kind.FINISHED;
            default -> CampaignStanding.Kind.BROKEN;
        };
    }

    /** Starts a campaign that is not open. */
    public void start(LoadedCampaign campaign) {
        CampaignWorkflow workflow = client.newWorkflowStub(CampaignWorkflow.class, CampaignStart.options(campaign));
        WorkflowClient.start(workflow::run, CampaignStart.request(campaign));
    }

    /** @throws NoWorkerException if no worker answers */
    public CampaignProgress progress(String name) {
        return query(name, campaign(name), CampaignProgress.class);
    }

    /** How far a round is; empty while it has not begun. */
    public Optional<RoundProgress> round(String name, int round) {
        try {
            WorkflowStub stub = client.newUntypedWorkflowStub(WorkflowIds.round(name, round));
            return Optional.of(query(name, stub, RoundProgress.class));
        } catch (WorkflowNotFoundException notYet) {
            return Optional.empty();
        }
    }

    /** Why work of a round waits to be tried again, in the words of its last failure; empty where none is. */
    public Optional<String> retrying(String name, int round) {
        try {
            return client
                    .newUntypedWorkflowStub(WorkflowIds.round(name, round))
                    .describe()
                    .getRawDescription()
                    .getPendingActivitiesList()
                    .stream()
                    .filter(activity -> activity.getState() == PendingActivityState.PENDING_ACTIVITY_STATE_SCHEDULED)
                    .filter(activity -> activity.hasLastFailure() && !isHandedOver(activity))
                    .findFirst()
                    .map(CampaignClient::inWords);
        } catch (WorkflowNotFoundException notYet) {
            return Optional.empty();
        }
    }

    /** A worker that is stopped gives its work back by a failure of this type, which is nobody's trouble. */
    private static boolean isHandedOver(PendingActivityInfo activity) {
        return ActivityWorkerShutdownException.class
                .getName()
                .equals(activity.getLastFailure().getApplicationFailureInfo().getType());
    }

    private static String inWords(PendingActivityInfo activity) {
        return activity.getActivityType().getName() + " is tried again (attempt " + activity.getAttempt() + "): "
                + activity.getLastFailure().getMessage();
    }

    private static <T> T query(String name, WorkflowStub stub, Class<T> type) {
        try {
            return stub.query("progress", type);
        } catch (WorkflowNotFoundException absent) {
            throw absent;
        } catch (WorkflowException | StatusRuntimeException silence) {
            throw new NoWorkerException(name, silence);
        }
    }

    /** Completes with the campaign's report, or exceptionally; {@link #report} turns that into words. */
    public CompletableFuture<CampaignReport> result(String name) {
        return campaign(name).getResultAsync(CampaignReport.class);
    }

    /** @throws CampaignFailedException if the campaign did not come to its own end */
    public CampaignReport report(String name) {
        try {
            return campaign(name).getResult(CampaignReport.class);
        } catch (WorkflowException failure) {
            throw failed(failure);
        }
    }

    /** A failure of {@link #result} in the campaign's own words. */
    public static CampaignFailedException failed(Throwable failure) {
        return new CampaignFailedException(Problem.of(failure), failure);
    }

    /**
     * Tells a campaign something and waits until it has taken it.
     *
     * @throws CampaignRefusedException if there is no such campaign or it refuses, with its reason
     * @throws NoWorkerException if no worker takes it in time
     */
    public void tell(String name, CampaignOrder order, Object... arguments) {
        CompletableFuture<Void> answer =
                CompletableFuture.runAsync(() -> campaign(name).update(order.update(), Void.class, arguments));
        try {
            answer.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } catch (TimeoutException silence) {
            throw new NoWorkerException(name, silence);
        } catch (InterruptedException interruption) {
            Thread.currentThread().interrupt();
            throw new NoWorkerException(name, interruption);
        } catch (ExecutionException failure) {
            throw refusal(name, failure.getCause());
        }
    }

    private static RuntimeException refusal(String name, Throwable failure) {
        if (failure instanceof WorkflowNotFoundException) {
            return new CampaignRefusedException(
                    "campaign " + name + " must be open, Temporal knows no open campaign of "
                            + "that name; ./reflux status with the same options says how it stands");
        }
        if (failure instanceof WorkflowUpdateException) {
            return new CampaignRefusedException(
                    "campaign " + name + " refuses: " + Problem.of(failure).message());
        }
        return new NoWorkerException(name, failure);
    }

    private WorkflowStub campaign(String name) {
        return client.newUntypedWorkflowStub(WorkflowIds.campaign(name));
    }
}
