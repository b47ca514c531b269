package dev.reflux.worker.wiring;

import dev.reflux.config.WorkerRole;
import dev.reflux.workflows.TaskQueues;
import dev.reflux.workflows.campaign.CampaignWorkflowImpl;
import dev.reflux.workflows.round.RoundWorkflowImpl;
import io.temporal.client.WorkflowClient;
import io.temporal.worker.Worker;
import io.temporal.worker.WorkerFactory;
import io.temporal.worker.WorkerFactoryOptions;
import io.temporal.worker.WorkerOptions;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/**
 * A running worker: workflows of all campaigns, and the activities of its roles. Closing it lets activities stop at their
 * next heartbeat, so that another worker takes over at once, and interrupts those that do not.
 */
public final class RefluxWorker implements AutoCloseable {
    /** Shards in flight are bounded by campaigns and calls by limits; this only bounds one process's memory. */
    private static final int TEACHER_SLOTS = 64;

    private static final int VIRTUAL_THREADS_SINCE = 21;
    private static final Duration GRACE = Duration.ofSeconds(3);

    private final WorkerFactory factory;

    private RefluxWorker(WorkerFactory factory) {
        this.factory = factory;
    }

    /**
     * Starts a worker.
     *
     * @param sticky false where the orchestrator never gives up on dead workers
     */
    public static RefluxWorker start(WorkflowClient client, Set<WorkerRole> roles, Staff staff, boolean sticky) {
        RefluxWorker worker = withWorkflows(client, sticky);
        for (WorkerRole role : WorkerRole.values()) {
            if (roles.contains(role)) {
                worker.factory
                        .newWorker(TaskQueues.of(role), options(role))
                        .registerActivitiesImplementations(
                                staff.activitiesOf(role).toArray());
            }
        }
        worker.factory.start();
        return worker;
    }

    /** Starts a worker that only decides, and does no work: enough for a campaign to answer and to take orders. */
    public static RefluxWorker startWorkflowsOnly(WorkflowClient client) {
        RefluxWorker worker = withWorkflows(client, false);
        worker.factory.start();
        return worker;
    }

    private static RefluxWorker withWorkflows(WorkflowClient client, boolean sticky) {
        WorkerFactory factory = WorkerFactory.newInstance(
                client,
                WorkerFactoryOptions.newBuilder()
                        .setUsingVirtualWorkflowThreads(hasVirtualThreads())
                        .build());
        WorkerOptions.Builder options = WorkerOptions.newBuilder().setUsingVirtualThreads(hasVirtualThreads());
        if (!sticky) {
            options.setStickyQueueScheduleToStartTimeout(Duration.ZERO);
        }
        Worker workflows = factory.newWorker(TaskQueues.CAMPAIGNS, options.build());
        workflows.registerWorkflowImplementationTypes(CampaignWorkflowImpl.class, RoundWorkflowImpl.class);
        return new RefluxWorker(factory);
    }

    private static WorkerOptions options(WorkerRole role) {
        int slots =
                switch (role) {
                    case TEACHER -> TEACHER_SLOTS;
                    case COMPUTE, SANDBOX -> Runtime.getRuntime().availableProcessors();
                };
        return WorkerOptions.newBuilder()
                .setMaxConcurrentActivityExecutionSize(slots)
                .setUsingVirtualThreads(hasVirtualThreads())
                .build();
    }

    private static boolean hasVirtualThreads() {
        return Runtime.version().feature() >= VIRTUAL_THREADS_SINCE;
    }

    @Override
    public void close() {
        factory.shutdown();
        factory.awaitTermination(GRACE.toMillis(), TimeUnit.MILLISECONDS);
        if (!factory.isTerminated()) {
            factory.shutdownNow();
            factory.awaitTermination(GRACE.toMillis(), TimeUnit.MILLISECONDS);
        }
    }
}
