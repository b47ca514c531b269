package dev.reflux.workflows.round;

import static org.assertj.core.api.Assertions.assertThat;

import dev.reflux.config.Rounds;
import dev.reflux.workflows.Plans;
import dev.reflux.workflows.TestCampaign;
import dev.reflux.workflows.WorkflowIds;
import dev.reflux.workflows.campaign.CampaignReport;
import io.temporal.api.common.v1.WorkflowExecution;
import io.temporal.api.history.v1.HistoryEvent;
import io.temporal.api.workflowservice.v1.GetWorkflowExecutionHistoryRequest;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;

@Timeout(value = 300, threadMode = ThreadMode.SEPARATE_THREAD)
class RoundHandoverTest {

    private static final int SHARDS = 1_500;

    @Test
    void noRunPassesFourThousandEventsAndNoShardIsLostOrRepeated() {
        try (TestCampaign test = new TestCampaign()) {
            test.stations.shards = SHARDS;

            CampaignReport report = test.start(Plans.of("long", new Rounds(1, null, null, false), null))
                    .report();

            assertThat(report.rounds().get(0).stages())
                    .allSatisfy(stage -> assertThat(stage.tally().input()).isEqualTo(10L * SHARDS));
            assertThat(test.stations.passedBy("check")).hasSize(SHARDS).doesNotHaveDuplicates();
            assertThat(eventsPerRun(test)).hasSizeGreaterThan(2).allMatch(events -> events < 4_000);
        }
    }

    /** Follows the runs backwards: each one's first event names the run it continues. */
    private static List<Integer> eventsPerRun(TestCampaign test) {
        List<Integer> counts = new java.util.ArrayList<>();
        TreeSet<String> seen = new TreeSet<>();
        String run = "";
        do {
            List<HistoryEvent> events = history(test, run);
            counts.add(events.size());
            run = events.get(0).getWorkflowExecutionStartedEventAttributes().getContinuedExecutionRunId();
        } while (!run.isEmpty() && seen.add(run));
        return counts;
    }

    private static List<HistoryEvent> history(TestCampaign test, String run) {
        GetWorkflowExecutionHistoryRequest request = GetWorkflowExecutionHistoryRequest.newBuilder()
                .setNamespace(test.client().getOptions().getNamespace())
                .setExecution(WorkflowExecution.newBuilder()
                        .setWorkflowId(WorkflowIds.round("long", 1))
                        .setRunId(run))
                .build();
        return test.client()
                .getWorkflowServiceStubs()
                .blockingStub()
                .getWorkflowExecutionHistory(request)
                .getHistory()
                .getEventsList();
    }
}
