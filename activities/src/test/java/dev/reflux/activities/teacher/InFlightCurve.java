package dev.reflux.activities.teacher;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** How many calls a {@link ScriptedTeacher} had in flight over time. Safe for many threads. */
public final class InFlightCurve {

    private record Change(Instant at, int level) {}

    private final List<Change> changes = new ArrayList<>();
    private int level;

    synchronized void add(int calls) {
        level += calls;
        changes.add(new Change(Instant.now(), level));
    }

    /** Calls in flight between two moments, each level weighted with the time it lasted. */
    public synchronized double mean(Instant from, Instant to) {
        double callNanos = 0;
        int before = 0;
        Instant since = from;
        for (Change change : changes) {
            if (change.at().isAfter(since)) {
                Instant until = change.at().isBefore(to) ? change.at() : to;
                callNanos += (double) before * Duration.between(since, until).toNanos();
                since = until;
            }
            before = change.level();
        }
        callNanos += (double) before * Duration.between(since, to).toNanos();
        return callNanos / Duration.between(from, to).toNanos();
    }
}
