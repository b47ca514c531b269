package dev.reflux.workflows.replay;

import dev.reflux.config.Rounds;
import dev.reflux.workflows.FailureTypes;
import dev.reflux.workflows.Plans;
import dev.reflux.workflows.TestCampaign;
import dev.reflux.workflows.WorkflowIds;
import dev.reflux.workflows.campaign.CampaignProgress.State;
import io.temporal.failure.ApplicationFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Records the histories that {@link HistoriesReplayTest} replays: {@code RecordHistories <folder>}. Histories are added when a
 * workflow learns something new, never replaced: campaigns that were started by an older release must go on.
 */
public final class RecordHistories {

    private final Path folder;

    private RecordHistories(Path folder) {
        this.folder = folder;
    }

    public static void main(String[] arguments) throws IOException {
        RecordHistories recorder = new RecordHistories(Files.createDirectories(Path.of(arguments[0])));
        recorder.rounds();
        recorder.hold();
        recorder.handover();
    }

    /** Three rounds, the third after an approval. */
    private void rounds() throws IOException {
        try (TestCampaign test = new TestCampaign()) {
            test.start(Plans.of("rounds", new Rounds(2, null, null, true), null));
            test.await(progress -> progress.state() == State.AWAITING_APPROVAL);
            test.campaign().approve();
            test.report();
            save(test, "campaign-two-rounds", WorkflowIds.campaign("rounds"));
            save(test, "round-second", WorkflowIds.round("rounds", 2));
        }
    }

    /** A full disk, and the budget raised beside it. */
    private void hold() throws IOException {
        try (TestCampaign test = new TestCampaign()) {
            AtomicBoolean full = new AtomicBoolean(true);
            test.stations.fault = (stage, request) -> {
                if (request.shard() == 3 && full.getAndSet(false)) {
                    throw ApplicationFailure.newNonRetryableFailure("disk full", FailureTypes.OPERATOR);
                }
            };
            test.start(Plans.of("hold", new Rounds(1, null, null, false), 1.0));
            test.await(progress -> progress.state() == State.HOLDING);
            test.campaign().raiseBudget(2);
            test.campaign().resume();
            test.report();
            save(test, "campaign-held", WorkflowIds.campaign("hold"));
            save(test, "round-after-hold", WorkflowIds.round("hold", 1));
        }
    }

    /** The last of several runs of one long round. */
    private void handover() throws IOException {
        try (TestCampaign test = new TestCampaign()) {
            test.stations.shards = 600;
            test.start(Plans.of("handover", new Rounds(1, null, null, false), null));
            test.report();
            save(test, "round-continued", WorkflowIds.round("handover", 1));
        }
    }

    private void save(TestCampaign test, String name, String workflow) throws IOException {
        Path file = folder.resolve(name + ".json");
        Files.writeString(file, test.client().fetchHistory(workflow).toJson(true) + "\n");
    }
}
