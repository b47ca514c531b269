package dev.reflux.workflows.replay;

import static org.assertj.core.api.Assertions.assertThat;

import dev.reflux.workflows.Payloads;
import dev.reflux.workflows.TaskQueues;
import dev.reflux.workflows.campaign.CampaignWorkflowImpl;
import dev.reflux.workflows.round.RoundWorkflowImpl;
import io.temporal.client.WorkflowClientOptions;
import io.temporal.common.WorkflowExecutionHistory;
import io.temporal.testing.TestEnvironmentOptions;
import io.temporal.testing.TestWorkflowEnvironment;
import io.temporal.worker.Worker;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Campaigns that are under way when a release changes must go on: what was recorded is replayed against today's code. */
class HistoriesReplayTest {

    @ParameterizedTest
    @MethodSource("histories")
    void replays(Path history) throws Exception {
        WorkflowExecutionHistory recorded = WorkflowExecutionHistory.fromJson(Files.readString(history));

        try (TestWorkflowEnvironment environment =
                TestWorkflowEnvironment.newInstance(TestEnvironmentOptions.newBuilder()
                        .setWorkflowClientOptions(WorkflowClientOptions.newBuilder()
                                .setDataConverter(Payloads.converter())
                                .build())
                        .build())) {
            Worker worker = environment.newWorker(TaskQueues.CAMPAIGNS);
            worker.registerWorkflowImplementationTypes(CampaignWorkflowImpl.class, RoundWorkflowImpl.class);
            worker.replayWorkflowExecution(recorded);
        }
    }

    @Test
    void thereAreHistoriesOfEachWorkflow() throws Exception {
        assertThat(histories())
                .extracting(path -> path.getFileName().toString().replaceAll("-.*", ""))
                .contains("campaign", "round");
    }

    static List<Path> histories() throws IOException, URISyntaxException {
        Path folder =
                Path.of(HistoriesReplayTest.class.getResource("/histories").toURI());
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList();
        }
    }
}
