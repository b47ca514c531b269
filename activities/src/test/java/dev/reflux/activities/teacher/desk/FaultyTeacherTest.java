package dev.reflux.activities.teacher.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.reflux.activities.ledger.LedgerEntry.Payer;
import dev.reflux.activities.teacher.Fault;
import dev.reflux.activities.teacher.InMemoryLedger;
import dev.reflux.activities.teacher.Plans;
import dev.reflux.activities.teacher.Script;
import dev.reflux.activities.teacher.ScriptedAnswer;
import dev.reflux.activities.teacher.ScriptedTeacher;
import dev.reflux.activities.teacher.TeacherBusyException;
import dev.reflux.activities.teacher.TeacherCall;
import dev.reflux.activities.teacher.TeacherDesk;
import dev.reflux.activities.teacher.TeacherDesk.Answer;
import dev.reflux.activities.teacher.chat.ChatTeachers;
import dev.reflux.activities.teacher.limit.Patience;
import dev.reflux.config.Provider;
import dev.reflux.config.TeacherPlan;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class FaultyTeacherTest {

    private static final Script ECHO =
            Script.answering(question -> ScriptedAnswer.of(question.user())).after(Duration.ofMillis(5));

    private final ScriptedTeacher server = ScriptedTeacher.start(ECHO);
    private final InMemoryLedger ledger = new InMemoryLedger();
    private final TeacherDesks desks = new TeacherDesks(
            ledger, new Patience(Duration.ofMillis(200), Duration.ofMillis(20), Duration.ofMillis(500)));

    @AfterEach
    void close() {
        desks.close();
        server.close();
    }

    @Test
    void mixedFaultsEndCompleteWithNothingDoubled() {
        server.play(ECHO.failing(Fault.THROTTLE, 0.03)
                .askingToWait(Duration.ofMillis(50))
                .failing(Fault.SERVER_ERROR, 0.03)
                .failing(Fault.GARBAGE, 0.02)
                .failing(Fault.CUT_BODY, 0.02)
                .failing(Fault.RESET, 0.01)
                .failing(Fault.STALL_BODY, 0.005)
                .failing(Fault.STALL, 0.005));
        List<CompletableFuture<List<Answer>>> shards = new ArrayList<>();
        for (int shard = 0; shard < 5; shard++) {
            List<TeacherCall> questions = questions(shard * 200, shard * 200 + 200);
            shards.add(CompletableFuture.supplyAsync(() -> askUntilAnswered(questions)));
        }

        for (int shard = 0; shard < 5; shard++) {
            assertThat(shards.get(shard).join())
                    .extracting(answer -> answer.reply().text())
                    .containsExactlyElementsOf(questions(shard * 200, shard * 200 + 200).stream()
                            .map(TeacherCall::user)
                            .toList());
        }
        assertThat(server.stats().questions()).isEqualTo(1000);
        assertThat(server.stats().repeats()).isZero();
        assertThat(server.stats().maxInFlight()).isLessThanOrEqualTo(32);
        assertThat(server.stats().faults()).hasSize(7);
        assertThat(ledger.commits()).isEqualTo(1000);
    }

    @Test
    void aDeadServerIsLeftAloneAndFoundAgain() {
        server.play(ECHO.failing(Fault.SERVER_ERROR, 1));
        assertThatThrownBy(() -> open().askAll(questions(0, 500), done -> {})).isInstanceOf(TeacherBusyException.class);
        assertThat(server.stats().requests()).isLessThan(400);

        server.play(ECHO);
        assertThat(askUntilAnswered(questions(0, 500))).hasSize(500);
        assertThat(server.stats().repeats()).isZero();
    }

    @Test
    void theKeyIsInNoRowAndNoKeyOfTheLedger() {
        open().askAll(questions(0, 5), done -> {});

        assertThat(ledger.entries()).hasSize(5);
        assertThat(ledger.entries().toString()).doesNotContain(Plans.KEY);
        assertThat(open().identity()).doesNotContain(Plans.KEY);
    }

    @Test
    void concurrencyIsUsedAndNeverPassed() {
        server.play(ECHO.after(Duration.ofMillis(100)));

        open().askAll(questions(0, 200), done -> {});

        assertThat(server.stats().maxInFlight()).isEqualTo(32);
    }

    /** As the orchestrator does: asks again when the teacher was busy; what is committed is not asked again. */
    private List<Answer> askUntilAnswered(List<TeacherCall> questions) {
        for (int attempt = 0; attempt < 20; attempt++) {
            try {
                return open().askAll(questions, done -> {});
            } catch (TeacherBusyException busy) {
                assertThat(busy).hasMessageContaining("unanswered");
                LockSupport.parkNanos(
                        busy.retryAfter() == null ? 0 : busy.retryAfter().toNanos());
            }
        }
        throw new AssertionError("Twenty attempts must be enough");
    }

    private TeacherDesk open() {
        TeacherPlan plan = Plans.of(Provider.OPENAI, server.baseUrl(), Plans.limits(32, Duration.ofSeconds(1)));
        return desks.open(
                plan, ChatTeachers.open(plan, Plans.ENVIRONMENT), new Payer("support", 1, "pseudo-label"), 1.0);
    }

    private static List<TeacherCall> questions(int from, int to) {
        return IntStream.range(from, to)
                .mapToObj(i -> Plans.call("question " + i))
                .toList();
    }
}
