package dev.reflux.workflows;

import dev.reflux.config.CampaignPlan;
import dev.reflux.config.WorkerRole;
import dev.reflux.workflows.campaign.CampaignProgress;
import dev.reflux.workflows.campaign.CampaignReport;
import dev.reflux.workflows.campaign.CampaignRequest;
import dev.reflux.workflows.campaign.CampaignWorkflow;
import dev.reflux.workflows.campaign.CampaignWorkflowImpl;
import dev.reflux.workflows.round.RoundWorkflowImpl;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowClientOptions;
import io.temporal.client.WorkflowOptions;
import io.temporal.client.WorkflowStub;
import io.temporal.testing.TestEnvironmentOptions;
import io.temporal.testing.TestWorkflowEnvironment;
import java.time.Duration;
import java.util.function.Predicate;

/** A campaign on Temporal's time-skipping test server, with {@link Stations} for activities. */
public final class TestCampaign implements AutoCloseable {

    public final Stations stations = new Stations();
    private final TestWorkflowEnvironment environment;
    private String name;

    public TestCampaign() {
        TestEnvironmentOptions.Builder options = TestEnvironmentOptions.newBuilder()
                .setWorkflowClientOptions(WorkflowClientOptions.newBuilder()
                        .setDataConverter(Payloads.converter())
                        .build());
        SearchAttributes.all().forEach(key -> options.registerSearchAttribute(key.getName(), key.getValueType()));
        environment = TestWorkflowEnvironment.newInstance(options.build());
        environment
                .newWorker(TaskQueues.CAMPAIGNS)
                .registerWorkflowImplementationTypes(CampaignWorkflowImpl.class, RoundWorkflowImpl.class);
        for (WorkerRole role : WorkerRole.values()) {
            environment.newWorker(TaskQueues.of(role)).registerActivitiesImplementations(stations, stations.stages());
        }
        environment.start();
    }

    public TestCampaign start(CampaignPlan plan) {
        name = plan.campaign();
        CampaignWorkflow stub = client().newWorkflowStub(
                        CampaignWorkflow.class,
                        WorkflowOptions.newBuilder()
                                .setWorkflowId(WorkflowIds.campaign(name))
                                .setTaskQueue(TaskQueues.CAMPAIGNS)
                                .build());
        WorkflowClient.start(stub::run, new CampaignRequest(plan, "/campaigns", "f00d", null));
        return this;
    }

    public WorkflowClient client() {
        return environment.getWorkflowClient();
    }

    public CampaignWorkflow campaign() {
        return client().newWorkflowStub(CampaignWorkflow.class, WorkflowIds.campaign(name));
    }

    public CampaignReport report() {
        return WorkflowStub.fromTyped(campaign()).getResult(CampaignReport.class);
    }

    /** Waits until the campaign is as wanted, at most a minute of real time. */
    public CampaignProgress await(Predicate<CampaignProgress> wanted) {
        long deadline = System.nanoTime() + Duration.ofMinutes(1).toNanos();
        CampaignProgress progress = campaign().progress();
        while (!wanted.test(progress)) {
            if (System.nanoTime() > deadline) {
                throw new AssertionError("campaign did not get there: " + progress);
            }
            Thread.onSpinWait();
            progress = campaign().progress();
        }
        return progress;
    }

    @Override
    public void close() {
        environment.close();
    }
}
