package dev.reflux.activities.campaign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.reflux.activities.ledger.LedgerUnavailableException;
import dev.reflux.activities.sandbox.SandboxUnavailableException;
import dev.reflux.activities.shard.ShardCorruptException;
import dev.reflux.activities.shard.WorkspaceException;
import dev.reflux.activities.teacher.BudgetSpentException;
import dev.reflux.activities.teacher.TeacherBusyException;
import dev.reflux.activities.teacher.TeacherMisconfiguredException;
import dev.reflux.config.Environment;
import dev.reflux.config.InvalidCampaignException;
import dev.reflux.workflows.FailureTypes;
import io.temporal.failure.ApplicationErrorCategory;
import io.temporal.failure.ApplicationFailure;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ActivityFailuresTest {

    static Stream<Arguments> whoseMove() {
        IOException cause = new IOException("No space left on device");
        return Stream.of(
                Arguments.of(new InvalidCampaignException("no seeds"), FailureTypes.USER),
                Arguments.of(missingVariable(), FailureTypes.USER),
                Arguments.of(new TeacherMisconfiguredException("wrong key", cause), FailureTypes.USER),
                Arguments.of(new WorkspaceException("disk full", cause), FailureTypes.OPERATOR),
                Arguments.of(new ShardCorruptException("shard cut"), FailureTypes.OPERATOR),
                Arguments.of(new LedgerUnavailableException("locked", cause), FailureTypes.OPERATOR),
                Arguments.of(new SandboxUnavailableException("no bwrap"), FailureTypes.OPERATOR),
                Arguments.of(new BudgetSpentException("spent"), FailureTypes.BUDGET));
    }

    @ParameterizedTest
    @MethodSource("whoseMove")
    void theTypeSaysWhoseMoveItIs(RuntimeException thrown, String type) {
        assertThat(ActivityFailures.failureOf(thrown, 1)).isInstanceOfSatisfying(ApplicationFailure.class, failure -> {
            assertThat(failure.getType()).isEqualTo(type);
            assertThat(failure.isNonRetryable()).isTrue();
            assertThat(failure.getOriginalMessage()).isEqualTo(thrown.getMessage());
            assertThat(failure.getCause()).as("a cause would hide the type").isNull();
        });
    }

    @Test
    void aBusyTeacherIsAskedAgainWhenItSaid() {
        ApplicationFailure failure = busy(Duration.ofSeconds(90), 7);

        assertThat(failure.getType()).isEqualTo(FailureTypes.TEACHER_BUSY);
        assertThat(failure.isNonRetryable()).isFalse();
        assertThat(failure.getNextRetryDelay()).isEqualTo(Duration.ofSeconds(90));
        assertThat(failure.getCategory()).isEqualTo(ApplicationErrorCategory.BENIGN);
    }

    @Test
    void aBusyTeacherThatDoesNotSayIsLeftAloneForLongerEachTime() {
        assertThat(busy(null, 1).getNextRetryDelay()).isEqualTo(Duration.ofSeconds(5));
        assertThat(busy(null, 2).getNextRetryDelay()).isEqualTo(Duration.ofSeconds(10));
        assertThat(busy(null, 4).getNextRetryDelay()).isEqualTo(Duration.ofSeconds(40));
        assertThat(busy(null, 1_000_000).getNextRetryDelay()).isEqualTo(Duration.ofMinutes(5));
    }

    @Test
    void whatIsUnforeseenIsLeftToTemporal() {
        IllegalStateException defect = new IllegalStateException("defect");

        assertThat(ActivityFailures.failureOf(defect, 1)).isSameAs(defect);
    }

    private static ApplicationFailure busy(Duration retryAfter, int attempt) {
        return (ApplicationFailure)
                ActivityFailures.failureOf(new TeacherBusyException("busy", retryAfter, null), attempt);
    }

    private static RuntimeException missingVariable() {
        Throwable[] thrown = new Throwable[1];
        assertThatThrownBy(() -> Environment.of(Map.of()).resolve("${NOT_SET}")).satisfies(e -> thrown[0] = e);
        return (RuntimeException) thrown[0];
    }
}
