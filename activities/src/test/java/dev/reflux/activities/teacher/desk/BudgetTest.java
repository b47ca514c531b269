package dev.reflux.activities.teacher.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.reflux.activities.ledger.LedgerEntry;
import dev.reflux.activities.ledger.LedgerEntry.Payer;
import dev.reflux.activities.teacher.BudgetSpentException;
import dev.reflux.activities.teacher.FakeTeacher;
import dev.reflux.activities.teacher.InMemoryLedger;
import dev.reflux.activities.teacher.Plans;
import dev.reflux.activities.teacher.TeacherCall;
import dev.reflux.activities.teacher.TeacherDesk;
import dev.reflux.activities.teacher.limit.TokenEstimate;
import dev.reflux.config.Price;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class BudgetTest {

    /** One call of {@link FakeTeacher#reply} at the price of {@link Plans}. */
    private static final double CALL_USD = 20e-6;

    private final InMemoryLedger ledger = new InMemoryLedger();
    private final TeacherDesks desks = new TeacherDesks(ledger);
    private final FakeTeacher teacher = new FakeTeacher(call -> FakeTeacher.reply("ok"));

    @AfterEach
    void close() {
        desks.close();
    }

    @Test
    void isNeverPassedAndIsUsedUpToOneReservation() {
        double budget = 100 * CALL_USD;

        assertThatThrownBy(() -> open(budget).askAll(questions(0, 500), done -> {}))
                .isInstanceOf(BudgetSpentException.class)
                .hasMessageContaining("support")
                .hasMessageContaining("raise budget.usd");

        double reservation = reservation();
        assertThat(ledger.spentUsd("support"))
                .isLessThanOrEqualTo(budget)
                .isGreaterThan(budget - reservation - CALL_USD);
        assertThat(teacher.asked()).isEqualTo(ledger.entries().size());
    }

    @Test
    void whatIsCommittedIsFreeAfterItIsSpent() {
        double budget = 50 * CALL_USD + reservation();
        open(budget).askAll(questions(0, 50), done -> {});

        assertThat(open(CALL_USD).askAll(questions(0, 50), done -> {})).noneMatch(TeacherDesk.Answer::paid);
    }

    @Test
    void goesOnWhenItIsRaised() {
        assertThatThrownBy(() -> open(10 * CALL_USD).askAll(questions(0, 50), done -> {}))
                .isInstanceOf(BudgetSpentException.class);

        assertThat(open(1.0).askAll(questions(0, 50), done -> {})).hasSize(50);
        assertThat(ledger.entries()).hasSize(50);
    }

    @Test
    void countsWhatAnotherProcessSpent() {
        ledger.commit(new LedgerEntry(
                "f".repeat(64),
                new Payer("support", 1, "other"),
                null,
                "fake-1",
                "{}",
                0,
                0,
                0,
                5.0,
                1,
                Instant.EPOCH));

        assertThatThrownBy(() -> open(5.0).askAll(questions(0, 1), done -> {}))
                .isInstanceOf(BudgetSpentException.class);
        assertThat(teacher.asked()).isZero();
    }

    @Test
    void isEachCampaignsOwn() {
        ledger.commit(new LedgerEntry(
                "f".repeat(64), new Payer("other", 1, "label"), null, "fake-1", "{}", 0, 0, 0, 5.0, 1, Instant.EPOCH));

        assertThat(open(1.0).askAll(questions(0, 3), done -> {})).hasSize(3);
    }

    private TeacherDesk open(double budgetUsd) {
        return desks.open(Plans.openAi("http://fake", 16), teacher, new Payer("support", 1, "pseudo-label"), budgetUsd);
    }

    private static double reservation() {
        TokenEstimate estimate = TokenEstimate.of(questions(499, 500).get(0));
        return new Price(1, null, 2).cost(estimate.input(), 0, estimate.output());
    }

    private static List<TeacherCall> questions(int from, int to) {
        return IntStream.range(from, to)
                .mapToObj(i -> Plans.call("question " + i))
                .toList();
    }
}
