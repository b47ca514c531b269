package dev.reflux.workflows.campaign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.reflux.config.Rounds;
import dev.reflux.config.Rounds.Metric;
import dev.reflux.config.Rounds.StopWhen;
import dev.reflux.config.WorkerRole;
import dev.reflux.workflows.FailureTypes;
import dev.reflux.workflows.Plans;
import dev.reflux.workflows.TaskQueues;
import dev.reflux.workflows.TestCampaign;
import dev.reflux.workflows.campaign.CampaignProgress.State;
import io.temporal.client.WorkflowFailedException;
import io.temporal.client.WorkflowUpdateException;
import io.temporal.failure.ApplicationFailure;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;

@Timeout(value = 120, threadMode = ThreadMode.SEPARATE_THREAD)
class CampaignWorkflowTest {

    private final TestCampaign test = new TestCampaign();

    @AfterEach
    void close() {
        test.close();
    }

    @Test
    void goesRoundUntilTheMaximum() {
        CampaignReport report = test.start(Plans.of("max", new Rounds(3, null, null, false), null))
                .report();

        assertThat(report.stopReason()).isEqualTo("max-rounds");
        assertThat(report.rounds()).extracting("round").containsExactly(1, 2, 3);
        assertThat(report.rounds().get(0).total().input()).isEqualTo(80);
        assertThat(report.rounds().get(0).stages()).extracting("stage").containsExactly("label", "check", "admit");
        assertThat(test.stations.passedBy("label")).hasSize(3 * 9);
        assertThat(test.stations.summaries).extracting("state").containsExactly("running", "running", "finished");
    }

    @Test
    void aMergeIsWorkForThoseWhoComputeUnlessItAsksATeacher() {
        test.start(Plans.of("computing", new Rounds(1, null, null, false), null))
                .report();
        assertThat(test.stations.mergeQueue).isEqualTo(TaskQueues.of(WorkerRole.COMPUTE));

        test.start(Plans.judging("judging")).report();
        assertThat(test.stations.mergeQueue).isEqualTo(TaskQueues.of(WorkerRole.TEACHER));
    }

    @Test
    void aMergeThatSpendsTheBudgetHoldsAndIsRunAgainWhenItIsRaised() {
        test.stations.fault = (stage, request) -> {
            if (stage.equals("merge") && request.budgetUsd() < 2) {
                throw ApplicationFailure.newNonRetryableFailure("1.00 of 1.00 US dollars spent", FailureTypes.BUDGET);
            }
        };
        test.start(Plans.of("judged-merge", new Rounds(1, null, null, false), 1.0));

        test.await(progress -> progress.state() == State.HOLDING);
        test.campaign().raiseBudget(3);

        assertThat(test.report().rounds()).hasSize(1);
        assertThat(test.stations.passed).containsOnlyOnce("1/merge");
    }

    @Test
    void stopsWhenTheTargetIsReached() {
        CampaignReport report = test.start(Plans.of("target", new Rounds(5, 9, null, false), null))
                .report();

        assertThat(report.stopReason()).isEqualTo("target-reached");
        assertThat(report.rounds()).hasSize(1);
    }

    @Test
    void stopsWhenTheStudentNoLongerGains() {
        test.stations.gainPerRound = 0;
        StopWhen stop = new StopWhen(Metric.HOLDOUT_ACCURACY, 0.002, 1);

        CampaignReport report = test.start(Plans.of("stall", new Rounds(9, null, stop, false), null))
                .report();

        assertThat(report.stopReason()).isEqualTo("no-gain");
        assertThat(report.rounds()).hasSize(3);
    }

    @Test
    void keepsShardsInFlightWithinTheWindow() {
        test.stations.shards = 40;

        test.start(Plans.of("window", new Rounds(1, null, null, false), null)).report();

        assertThat(test.stations.mostInFlight.get()).isLessThanOrEqualTo(4);
        assertThat(test.stations.passedBy("admit")).hasSize(41);
    }

    @Test
    void lastStageWaitsForAllShardsBeforeItsPreparation() {
        test.start(Plans.of("barrier", new Rounds(1, null, null, false), null)).report();

        int prepared = test.stations.passed.indexOf("1/admit/0");
        for (String earlier : test.stations.passedBy("check")) {
            assertThat(test.stations.passed.indexOf(earlier)).isLessThan(prepared);
        }
    }

    @Test
    void failsInTheWordsOfTheUserFault() {
        test.stations.fault = (stage, request) -> {
            throw ApplicationFailure.newNonRetryableFailure("key refused by openai", FailureTypes.USER);
        };
        test.start(Plans.of("user-fault", new Rounds(1, null, null, false), null));

        assertThatThrownBy(test::report)
                .isInstanceOf(WorkflowFailedException.class)
                .cause()
                .isInstanceOf(ApplicationFailure.class)
                .extracting("originalMessage", "type")
                .containsExactly("key refused by openai", FailureTypes.USER);
    }

    @Test
    void holdsForAnOperatorAndGoesOnWhenResumed() {
        AtomicInteger full = new AtomicInteger(1);
        test.stations.fault = (stage, request) -> {
            if (stage.equals("check") && request.shard() == 3 && full.getAndDecrement() > 0) {
                throw ApplicationFailure.newNonRetryableFailure("disk full: shard-00003", FailureTypes.OPERATOR);
            }
        };
        test.start(Plans.of("hold", new Rounds(1, null, null, false), null));

        CampaignProgress held = test.await(progress -> progress.state() == State.HOLDING);
        assertThat(held.problem()).isEqualTo("disk full: shard-00003");
        test.campaign().resume();

        CampaignReport report = test.report();
        assertThat(report.rounds().get(0).stages().get(1).tally().input()).isEqualTo(80);
    }

    @Test
    void holdsWhenTheBudgetIsSpentAndGoesOnWhenItIsRaised() {
        test.stations.fault = (stage, request) -> {
            if (request.shard() == 5 && request.budgetUsd() < 2) {
                throw ApplicationFailure.newNonRetryableFailure("1.00 of 1.00 US dollars spent", FailureTypes.BUDGET);
            }
        };
        test.start(Plans.of("budget", new Rounds(1, null, null, false), 1.0));

        test.await(progress -> progress.state() == State.HOLDING);
        assertThatThrownBy(() -> test.campaign().raiseBudget(0.5))
                .isInstanceOf(WorkflowUpdateException.class)
                .cause()
                .hasMessageContaining("must be above the present 1.0");
        test.campaign().raiseBudget(3);

        assertThat(test.report().stopReason()).isEqualTo("max-rounds");
    }

    @Test
    void startsNothingWhilePausedAndFinishesAfterResume() {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch pausedNow = new CountDownLatch(1);
        test.stations.shards = 20;
        test.stations.fault = (stage, request) -> {
            if (request.shard() == 2) {
                begun.countDown();
                awaitQuietly(pausedNow);
            }
        };
        test.start(Plans.of("pause", new Rounds(1, null, null, false), null));
        awaitQuietly(begun);
        test.campaign().pause();
        pausedNow.countDown();

        assertThat(test.campaign().progress().state()).isEqualTo(State.PAUSED);
        assertThatThrownBy(() -> test.campaign().pause()).isInstanceOf(WorkflowUpdateException.class);
        assertThat(test.stations.passedBy("admit")).isEmpty();
        test.campaign().resume();

        assertThat(test.report().rounds().get(0).stages().get(2).tally().input())
                .isEqualTo(200);
    }

    @Test
    void waitsForApprovalBeforeEachFurtherRound() {
        test.start(Plans.of("approval", new Rounds(2, null, null, true), null));

        test.await(progress -> progress.state() == State.AWAITING_APPROVAL);
        assertThat(test.stations.passedBy("label")).allMatch(entry -> entry.startsWith("1/"));
        test.campaign().approve();

        assertThat(test.report().rounds()).hasSize(2);
    }

    @Test
    void finishesWithTheDataThereIs() {
        test.start(Plans.of("finish", new Rounds(9, null, null, true), null));

        test.await(progress -> progress.state() == State.AWAITING_APPROVAL);
        test.campaign().finish();

        assertThat(test.report().stopReason()).isEqualTo("operator");
        assertThat(test.report().rounds()).hasSize(1);
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
