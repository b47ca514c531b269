package dev.reflux.activities.stage;

import static dev.reflux.activities.stage.StageCampaign.sample;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.reflux.activities.campaign.Progress;
import dev.reflux.activities.stage.pseudolabel.PseudoLabelSettings;
import dev.reflux.activities.teacher.TeacherBusyException;
import dev.reflux.activities.teacher.TeacherCall;
import dev.reflux.activities.teacher.TeacherDesk.Answer;
import dev.reflux.config.Provider;
import dev.reflux.workflows.FailureTypes;
import dev.reflux.workflows.round.StageReport;
import dev.reflux.workflows.round.StageRequest;
import io.temporal.activity.ActivityInterface;
import io.temporal.activity.ActivityMethod;
import io.temporal.common.converter.DefaultDataConverter;
import io.temporal.failure.ActivityFailure;
import io.temporal.failure.ApplicationFailure;
import io.temporal.testing.TestActivityEnvironment;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

public class StageActivityTest {

    private static final String STAGE = "pseudo-label";
    private static final PseudoLabelSettings SETTINGS = new PseudoLabelSettings(null, null, 5, 0.7, null, 1, 100, 200);

    @TempDir
    Path workspace;

    private final TestActivityEnvironment environment = TestActivityEnvironment.newInstance();
    private StageCampaign campaign;

    /** The stage as the round workflow sees it. */
    @ActivityInterface
    public interface PseudoLabelActivity {

        @ActivityMethod(name = STAGE)
        StageReport run(StageRequest request);
    }

    @AfterEach
    void close() {
        environment.close();
    }

    @Test
    void aStageRunsUnderItsOwnName() {
        PseudoLabelActivity activity = open(call -> Replies.labelled("refund", 0.8));

        activity.run(campaign.request(SETTINGS, 0));
        StageReport report = activity.run(campaign.request(SETTINGS, 1));

        assertThat(report.tally().accepted()).isEqualTo(250);
        assertThat(campaign.accepted(STAGE)).hasSize(250);
    }

    @Test
    void beatsWithItsProgressWhileTheTeacherIsSilent() throws InterruptedException {
        BlockingQueue<Progress> beats = new LinkedBlockingQueue<>();
        BlockingQueue<String> released = new LinkedBlockingQueue<>();
        environment.setActivityHeartbeatListener(Progress.class, beat -> {
            beats.add(beat);
            released.add("go on");
        });
        PseudoLabelActivity activity = open(call -> {
            if (call.user().contains("silent")) {
                awaitBeat(released);
            }
            return Replies.labelled("refund", 0.8);
        });

        activity.run(campaign.request(SETTINGS, 0));

        assertThat(beats.poll(10, TimeUnit.SECONDS)).isNotNull();
    }

    @Test
    void aBusyTeacherIsNoAlarmAndNamesItsDelay() {
        PseudoLabelActivity activity = open(call -> {
            throw new TeacherBusyException("Teacher small-model is busy", Duration.ofSeconds(42), null);
        });

        assertThatThrownBy(() -> activity.run(campaign.request(SETTINGS, 0)))
                .isInstanceOf(ActivityFailure.class)
                .cause()
                .isInstanceOfSatisfying(ApplicationFailure.class, failure -> {
                    assertThat(failure.getType()).isEqualTo(FailureTypes.TEACHER_BUSY);
                    assertThat(failure.isNonRetryable()).isFalse();
                });
    }

    @Test
    void payloadsStayTinyWhateverTheShardHolds() {
        PseudoLabelActivity activity = open(call -> Replies.labelled("refund", 0.8));
        activity.run(campaign.request(SETTINGS, 0));

        StageReport report = activity.run(campaign.request(SETTINGS, 1));

        assertThat(bytes(report)).isLessThan(1_000);
        assertThat(bytes(campaign.request(SETTINGS, 1))).isLessThan(1_000);
    }

    private PseudoLabelActivity open(Function<TeacherCall, Answer> script) {
        campaign = new StageCampaign(workspace, Provider.OPENAI)
                .answering(script)
                .open(
                        STAGE,
                        SETTINGS,
                        List.of(sample("s1", "silent at first", "refund"), sample("s2", "card", "card-lost")),
                        IntStream.range(0, 250)
                                .mapToObj(i -> sample("p" + i, "A long text ".repeat(5) + i, null))
                                .toList());
        environment.registerActivitiesImplementations(new StageActivity(new StageRun(campaign)));
        return environment.newActivityStub(PseudoLabelActivity.class);
    }

    private static void awaitBeat(BlockingQueue<String> released) {
        try {
            assertThat(released.poll(10, TimeUnit.SECONDS))
                    .as("a heartbeat while waiting")
                    .isNotNull();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static int bytes(Object payload) {
        return DefaultDataConverter.newDefaultInstance()
                .toPayload(payload)
                .orElseThrow()
                .getSerializedSize();
    }
}
