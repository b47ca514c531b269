package dev.reflux.activities.teacher;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicInteger;

/** What a {@link ScriptedTeacher} counts. Safe for many threads. */
public final class TeacherStats {

    /**
     * Counts so far.
     *
     * @param requests chat requests, failed ones included
     * @param answered whole answers sent
     * @param questions different questions answered
     * @param repeats answers to questions that were answered before
     * @param upgrades requests that asked for another protocol
     * @param faults how often each fault was played
     */
    public record Counts(
            int requests,
            int answered,
            int questions,
            int repeats,
            int maxInFlight,
            int upgrades,
            Map<String, Integer> faults) {}

    private final AtomicInteger requests = new AtomicInteger();
    private final AtomicInteger answered = new AtomicInteger();
    private final AtomicInteger inFlight = new AtomicInteger();
    private final AtomicInteger maxInFlight = new AtomicInteger();
    private final InFlightCurve curve = new InFlightCurve();
    private final AtomicInteger upgrades = new AtomicInteger();
    private final ConcurrentMap<String, Integer> attempts = new ConcurrentHashMap<>();
    private final ConcurrentMap<String, Integer> answersByQuestion = new ConcurrentHashMap<>();
    private final ConcurrentMap<String, Integer> faults = new ConcurrentHashMap<>();

    /** Counts a request in; returns which attempt at its question it is, from 1. */
    int begin(String question, boolean upgrade) {
        requests.incrementAndGet();
        if (upgrade) {
            upgrades.incrementAndGet();
        }
        curve.add(1);
        maxInFlight.accumulateAndGet(inFlight.incrementAndGet(), Math::max);
        return attempts.merge(question, 1, Integer::sum);
    }

    void endAnswered(String question) {
        inFlight.decrementAndGet();
        curve.add(-1);
        answered.incrementAndGet();
        answersByQuestion.merge(question, 1, Integer::sum);
    }

    void endFailed(Fault fault) {
        inFlight.decrementAndGet();
        curve.add(-1);
        faults.merge(fault.spelling(), 1, Integer::sum);
    }

    InFlightCurve curve() {
        return curve;
    }

    Counts counts() {
        int repeats =
                answersByQuestion.values().stream().mapToInt(times -> times - 1).sum();
        return new Counts(
                requests.get(),
                answered.get(),
                answersByQuestion.size(),
                repeats,
                maxInFlight.get(),
                upgrades.get(),
                Collections.unmodifiableMap(new TreeMap<>(faults)));
    }
}
