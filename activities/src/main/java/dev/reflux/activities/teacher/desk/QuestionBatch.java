package dev.reflux.activities.teacher.desk;

import dev.reflux.activities.ledger.LedgerEntry;
import dev.reflux.activities.teacher.BudgetSpentException;
import dev.reflux.activities.teacher.TeacherBusyException;
import dev.reflux.activities.teacher.TeacherCall;
import dev.reflux.activities.teacher.TeacherDesk.Answer;
import dev.reflux.activities.teacher.TeacherRefusedException;
import dev.reflux.activities.teacher.TeacherReply;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.IntConsumer;

/** The questions of one {@code askAll}, asked once each however often they occur. Used by one thread. */
final class QuestionBatch {

    /** How long nothing may finish before the asker is told so, to show that it lives and to be able to stop. */
    private static final long SILENCE_SECONDS = 1;

    private final Till till;
    private final InFlight inFlight;
    private final List<String> keys;
    private final Map<String, TeacherCall> open = new LinkedHashMap<>();
    private final Map<String, Integer> occurrences = new HashMap<>();
    private final Map<String, Errand> errands = new LinkedHashMap<>();
    private final Map<String, Answer> answers = new LinkedHashMap<>();
    private final BlockingQueue<Settled> settled = new LinkedBlockingQueue<>();
    private final BusyCalls busy = new BusyCalls();

    /** Answers of a teacher in this process: they cost nothing to lose, so they share one commit at the end. */
    private final Queue<LedgerEntry> free = new ConcurrentLinkedQueue<>();

    private BudgetSpentException spent;
    private int done;

    private record Settled(String key, boolean owned, TeacherReply reply, Throwable failure) {}

    QuestionBatch(List<TeacherCall> calls, Till till, InFlight inFlight) {
        this.till = till;
        this.inFlight = inFlight;
        String identity = till.teacher().identity();
        this.keys = calls.stream().map(call -> CallKey.of(identity, call)).toList();
        for (int i = 0; i < calls.size(); i++) {
            open.putIfAbsent(keys.get(i), calls.get(i));
            occurrences.merge(keys.get(i), 1, Integer::sum);
        }
    }

    List<Answer> answer(IntConsumer progress) {
        try {
            claim();
            List<Errand> toAsk = withoutLedgerHits();
            toAsk.forEach(till.line()::execute);
            collect(progress);
            till.ledger().commitAll(List.copyOf(free));
        } finally {
            errands.values().forEach(Errand::stop);
        }
        if (spent != null) {
            throw spent;
        }
        busy.throwIfAny(answers.size());
        return inOrder();
    }

    private void claim() {
        for (Map.Entry<String, TeacherCall> question : open.entrySet()) {
            InFlight.Claim claim = inFlight.claim(question.getKey());
            if (claim.isOwned()) {
                errands.put(question.getKey(), new Errand(claim, question.getValue(), till, this::keep));
            }
            claim.whenSettled(
                    (reply, failure) -> settled.add(new Settled(claim.key(), claim.isOwned(), reply, failure)));
        }
    }

    private void keep(LedgerEntry entry) {
        if (till.line().isLimited()) {
            till.ledger().commit(entry);
        } else {
            free.add(entry);
        }
    }

    /** Looks only after claiming: what another shard finished in between is committed by then. */
    private List<Errand> withoutLedgerHits() {
        Map<String, LedgerEntry> hits = till.ledger().find(errands.keySet());
        List<Errand> misses = new ArrayList<>();
        for (Errand errand : errands.values()) {
            LedgerEntry hit = hits.get(errand.claim().key());
            if (hit == null) {
                misses.add(errand);
            } else {
                TeacherReply reply = RecordedReply.read(hit);
                accept(hit.key(), RecordedReply.answer(reply, false));
                errand.claim().answer(reply);
            }
        }
        return misses;
    }

    private void collect(IntConsumer progress) {
        progress.accept(done);
        while (!open.isEmpty()) {
            Settled next = next();
            if (next != null && open.containsKey(next.key())) {
                take(next);
            }
            progress.accept(done);
        }
    }

    private Settled next() {
        try {
            return settled.poll(SILENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException interrupt) {
            Thread.currentThread().interrupt();
            throw new CancellationException("Interrupted while waiting for " + open.size() + " answers");
        }
    }

    private void take(Settled next) {
        if (next.failure() == null) {
            accept(next.key(), RecordedReply.answer(next.reply(), next.owned()));
        } else if (next.failure() instanceof TeacherRefusedException refusal) {
            accept(next.key(), new Answer(null, refusal.reason(), false));
        } else {
            open.remove(next.key());
            takeFailure(next);
        }
    }

    private void takeFailure(Settled next) {
        if (next.failure() instanceof TeacherBusyException failure) {
            busy.add(failure);
        } else if (!next.owned() && isTheOthersOwn(next.failure())) {
            busy.add(new TeacherBusyException("Another shard asked the same and was stopped", null, next.failure()));
        } else if (next.failure() instanceof BudgetSpentException failure) {
            spent = failure;
            errands.values().forEach(Errand::stopUnlessBegun);
        } else if (spent == null || !(next.failure() instanceof CancellationException)) {
            throw asUnchecked(next.failure());
        }
    }

    private static boolean isTheOthersOwn(Throwable failure) {
        return failure instanceof CancellationException || failure instanceof BudgetSpentException;
    }

    private static RuntimeException asUnchecked(Throwable failure) {
        if (failure instanceof Error error) {
            throw error;
        }
        return (RuntimeException) failure;
    }

    private void accept(String key, Answer answer) {
        open.remove(key);
        answers.put(key, answer);
        int asked = occurrences.get(key);
        done += asked;
        till.tally().addHits(answer.paid() ? asked - 1 : asked);
    }

    /** Where a question occurs twice, the first occurrence has paid. */
    private List<Answer> inOrder() {
        List<Answer> ordered = new ArrayList<>(keys.size());
        for (String key : keys) {
            Answer answer = answers.get(key);
            ordered.add(answer);
            answers.put(key, new Answer(answer.reply(), answer.refusal(), false));
        }
        return ordered;
    }
}
