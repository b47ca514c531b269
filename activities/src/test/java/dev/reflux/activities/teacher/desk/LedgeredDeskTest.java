package dev.reflux.activities.teacher.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.reflux.activities.ledger.LedgerEntry;
import dev.reflux.activities.ledger.LedgerEntry.Payer;
import dev.reflux.activities.teacher.FakeTeacher;
import dev.reflux.activities.teacher.InMemoryLedger;
import dev.reflux.activities.teacher.Plans;
import dev.reflux.activities.teacher.Teacher;
import dev.reflux.activities.teacher.TeacherBusyException;
import dev.reflux.activities.teacher.TeacherCall;
import dev.reflux.activities.teacher.TeacherDesk;
import dev.reflux.activities.teacher.TeacherDesk.Answer;
import dev.reflux.activities.teacher.TeacherMisconfiguredException;
import dev.reflux.activities.teacher.TeacherRefusedException;
import dev.reflux.activities.teacher.TeacherReply;
import dev.reflux.activities.teacher.TeacherReply.Finish;
import dev.reflux.activities.teacher.TeacherReply.Token;
import dev.reflux.activities.teacher.limit.Patience;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LedgeredDeskTest {

    private static final Patience QUICK =
            new Patience(Duration.ofMillis(50), Duration.ofMillis(1), Duration.ofSeconds(5));

    private final InMemoryLedger ledger = new InMemoryLedger();
    private final TeacherDesks desks = new TeacherDesks(ledger, QUICK);
    private final FakeTeacher echo = new FakeTeacher(call -> FakeTeacher.reply(call.user()));

    private final ExecutorService askers = Executors.newCachedThreadPool();

    @AfterEach
    void close() {
        askers.shutdownNow();
        desks.close();
    }

    @Test
    void answersInTheOrderOfTheQuestions() {
        List<Answer> answers = open(echo).askAll(questions(100), done -> {});

        assertThat(answers)
                .extracting(answer -> answer.reply().text())
                .containsExactlyElementsOf(
                        questions(100).stream().map(TeacherCall::user).toList());
        assertThat(answers).allMatch(Answer::paid);
    }

    @Test
    void whatTheLedgerHasIsNotPaidAgain() {
        Token token = new Token("a", -0.25, List.of(new Token.Rival("b", -1.5)));
        FakeTeacher detailed = new FakeTeacher(call -> new TeacherReply("a", Finish.LENGTH, 10, 4, 5, List.of(token)));
        List<Answer> paid = open(detailed).askAll(questions(3), done -> {});
        TeacherDesk later = open(detailed);

        List<Answer> found = later.askAll(questions(3), done -> {});

        assertThat(detailed.asked()).isEqualTo(3);
        assertThat(found).noneMatch(Answer::paid);
        assertThat(found)
                .extracting(Answer::reply)
                .isEqualTo(paid.stream().map(Answer::reply).toList());
        assertThat(later.usage()).isEqualTo(new TeacherDesk.Usage(0, 3, 0, 0, 0, 0));
    }

    @Test
    void aQuestionThatOccursTwiceIsAskedOnce() {
        List<TeacherCall> twice = List.of(Plans.call("a"), Plans.call("b"), Plans.call("a"));

        TeacherDesk desk = open(echo);
        List<Answer> answers = desk.askAll(twice, done -> {});

        assertThat(answers).extracting(answer -> answer.reply().text()).containsExactly("a", "b", "a");
        assertThat(answers).extracting(Answer::paid).containsExactly(true, true, false);
        assertThat(echo.asked()).isEqualTo(2);
        assertThat(desk.usage().ledgerHits()).isEqualTo(1);
    }

    @Test
    void whatIsAskedAboutTwoSamplesIsPaidOnceAndBookedToTheFirst() {
        TeacherCall call = Plans.call("a");

        open(echo).askAll(List.of(call.about("first"), call.about("second")), done -> {});
        open(echo).askAll(List.of(call), done -> {});

        assertThat(echo.asked()).isEqualTo(1);
        assertThat(ledger.entries()).extracting(LedgerEntry::sample).containsExactly("first");
    }

    @Test
    void differentSamplesAndSettingsAreDifferentQuestions() {
        List<TeacherCall> calls = List.of(
                new TeacherCall("s", "u", null, 0, 16, false, 0),
                new TeacherCall("s", "u", null, 0, 16, false, 1),
                new TeacherCall("s", "u", null, 0.5, 16, false, 0),
                new TeacherCall("s", "u", "{}", 0, 16, false, 0),
                new TeacherCall(null, "u", null, 0, 16, false, 0),
                new TeacherCall("s", "u", null, 0, 17, false, 0),
                new TeacherCall("s", "u", null, 0, 16, true, 0));

        open(echo).askAll(calls, done -> {});

        assertThat(echo.asked()).isEqualTo(calls.size());
    }

    @Test
    void twoShardsThatAskTheSameAtOncePayOnce() throws Exception {
        CountDownLatch asked = new CountDownLatch(1);
        CountDownLatch answer = new CountDownLatch(1);
        FakeTeacher slow = new FakeTeacher(call -> {
            asked.countDown();
            await(answer);
            return FakeTeacher.reply("once");
        });
        CompletableFuture<List<Answer>> first = askAsync(slow, 1);
        asked.await(10, TimeUnit.SECONDS);
        CountDownLatch joined = new CountDownLatch(1);
        CompletableFuture<List<Answer>> second = CompletableFuture.supplyAsync(
                () -> open(slow).askAll(questions(1), done -> joined.countDown()), askers);
        joined.await(10, TimeUnit.SECONDS);
        answer.countDown();

        assertThat(first.get(10, TimeUnit.SECONDS)).extracting(Answer::paid).containsExactly(true);
        assertThat(second.get(10, TimeUnit.SECONDS)).extracting(Answer::paid).containsExactly(false);
        assertThat(slow.asked()).isEqualTo(1);
        assertThat(ledger.commits()).isEqualTo(1);
    }

    @Test
    void commitsUnderTheNameOfWhoPaysAndWhatItCost() {
        open(echo).askAll(questions(1), done -> {});

        LedgerEntry entry = ledger.entries().get(0);
        assertThat(entry.payer()).isEqualTo(new Payer("support", 2, "pseudo-label"));
        assertThat(entry.model()).isEqualTo("fake-1");
        assertThat(entry.key()).matches("[0-9a-f]{64}");
        assertThat(entry.costUsd()).isEqualTo((10 * 1.0 + 5 * 2.0) / 1e6);
    }

    @Test
    void aRefusalIsAnAnswerAndNotPaidAgain() {
        FakeTeacher refusing = new FakeTeacher(call -> {
            throw new TeacherRefusedException("refused", "no", null);
        });

        List<Answer> first = open(refusing).askAll(questions(1), done -> {});
        List<Answer> second = open(refusing).askAll(questions(1), done -> {});

        assertThat(first).containsExactly(new Answer(null, "refused", true));
        assertThat(second).containsExactly(new Answer(null, "refused", false));
        assertThat(refusing.asked()).isEqualTo(1);
    }

    @Test
    void aFilteredAnswerIsARefusalWhoseTokensArePaid() {
        FakeTeacher filtered =
                new FakeTeacher(call -> new TeacherReply("I", Finish.CONTENT_FILTER, 10, 0, 5, List.of()));
        TeacherDesk desk = open(filtered);

        assertThat(desk.askAll(questions(1), done -> {})).containsExactly(new Answer(null, "refused", true));
        assertThat(desk.usage().outputTokens()).isEqualTo(5);
    }

    @Test
    void aQuestionTheServerCannotReadIsAskedAnewNextTime() {
        FakeTeacher refusing = new FakeTeacher(call -> {
            throw new TeacherRefusedException("bad-request", "too long", null);
        });

        List<Answer> first = open(refusing).askAll(questions(1), done -> {});
        open(refusing).askAll(questions(1), done -> {});

        assertThat(first).containsExactly(new Answer(null, "bad-request", false));
        assertThat(refusing.asked()).isEqualTo(2);
        assertThat(ledger.commits()).isZero();
    }

    @Test
    void busyQuestionsDoNotKeepOthersFromBeingCommitted() {
        FakeTeacher halfBusy = new FakeTeacher(call -> {
            if (call.user().endsWith("7")) {
                throw new TeacherBusyException(
                        "busy", Duration.ofSeconds(call.user().endsWith("17") ? 90 : 60), null);
            }
            return FakeTeacher.reply(call.user());
        });
        TeacherDesk desk = openUnlimited(halfBusy);

        assertThatThrownBy(() -> desk.askAll(questions(20), done -> {}))
                .isInstanceOfSatisfying(TeacherBusyException.class, busy -> assertThat(busy.retryAfter())
                        .isEqualTo(Duration.ofSeconds(90)))
                .hasMessageContaining("2 of 20 questions are unanswered");
        assertThat(ledger.entries()).hasSize(18);
    }

    @Test
    void aWrongKeyStopsAtOnce() {
        FakeTeacher misconfigured = new FakeTeacher(call -> {
            throw new TeacherMisconfiguredException("wrong key", null);
        });

        assertThatThrownBy(() -> open(misconfigured).askAll(questions(1000), done -> {}))
                .isInstanceOf(TeacherMisconfiguredException.class);
        assertThat(misconfigured.asked()).isLessThan(1000);
    }

    @Test
    void whoeverIsToldOfProgressMayStop() {
        CountDownLatch never = new CountDownLatch(1);
        List<Boolean> interrupted = new ArrayList<>();
        FakeTeacher hanging = new FakeTeacher(call -> {
            interrupted.add(await(never));
            throw new CancellationException("interrupted");
        });

        assertThatThrownBy(() -> open(hanging).askAll(questions(1), done -> {
                    if (hanging.asked() > 0) {
                        throw new IllegalStateException("no longer wanted");
                    }
                }))
                .hasMessage("no longer wanted");
        desks.close();

        assertThat(ledger.commits()).isZero();
    }

    @Test
    void anInterruptStopsAndIsKept() {
        Thread.currentThread().interrupt();

        assertThatThrownBy(() -> open(echo).askAll(questions(3), done -> {})).isInstanceOf(CancellationException.class);
        assertThat(Thread.interrupted()).isTrue();
    }

    @Test
    void tellsHowManyAreAnsweredLedgerHitsFirst() {
        open(echo).askAll(questions(4), done -> {});
        List<Integer> told = new ArrayList<>();

        open(echo).askAll(questions(6), told::add);

        assertThat(told.get(0)).isEqualTo(4);
        assertThat(told).isSorted().endsWith(6);
    }

    @Test
    void aDeskKnowsWhatItDid() {
        TeacherDesk desk = open(echo);
        desk.askAll(questions(4), done -> {});
        desk.askAll(questions(5), done -> {});

        assertThat(desk.usage().calls()).isEqualTo(5);
        assertThat(desk.usage().ledgerHits()).isEqualTo(4);
        assertThat(desk.usage().inputTokens()).isEqualTo(50);
        assertThat(desk.usage().costUsd()).isBetween(0.000099, 0.000101);
    }

    private TeacherDesk open(Teacher teacher) {
        return desks.open(Plans.openAi("http://fake", 4), teacher, payer(), null);
    }

    private TeacherDesk openUnlimited(Teacher teacher) {
        return desks.open(Plans.embedded(4), teacher, payer(), null);
    }

    private CompletableFuture<List<Answer>> askAsync(Teacher teacher, int count) {
        return CompletableFuture.supplyAsync(() -> open(teacher).askAll(questions(count), done -> {}), askers);
    }

    private static Payer payer() {
        return new Payer("support", 2, "pseudo-label");
    }

    private static List<TeacherCall> questions(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> Plans.call("question " + i))
                .toList();
    }

    /** Returns whether the wait was ended by an interrupt. */
    private static boolean await(CountDownLatch latch) {
        try {
            latch.await();
            return false;
        } catch (InterruptedException interrupt) {
            return true;
        }
    }
}
