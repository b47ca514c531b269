package dev.reflux.worker.progress;

import dev.reflux.workflows.campaign.CampaignProgress.State;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/** How fast a round goes, from the frames seen: teacher calls a second of late, and how long it will take yet. */
final class Pace {
    private static final long WINDOW_MILLIS = 60_000;

    private final Deque<Mark> marks = new ArrayDeque<>();
    private Mark start;

    /** What was done when. */
    private record Mark(int round, long millis, long calls, int shards) {}

    void see(ProgressFrame frame) {
        if (frame.round() == null) {
            return;
        }
        Mark now = new Mark(
                frame.round().round(),
                frame.elapsedMillis(),
                frame.soFar().teacherCalls(),
                frame.round().shardsDone());
        if (start == null || start.round() != now.round() || now.shards() < start.shards()) {
            marks.clear();
            start = now;
        }
        marks.addLast(now);
        while (now.millis() - marks.getFirst().millis() > WINDOW_MILLIS) {
            marks.removeFirst();
        }
    }

    /** Paid calls a second within the last minute; 0 where nothing was seen yet. */
    double callsPerSecond() {
        if (marks.size() < 2) {
            return 0;
        }
        Mark first = marks.getFirst();
        Mark last = marks.getLast();
        return (last.calls() - first.calls()) * 1000.0 / Math.max(1, last.millis() - first.millis());
    }

    /** Time left for the shards that are not through; empty before the first is, when all are, or while nothing moves. */
    Optional<Duration> left(ProgressFrame frame) {
        if (marks.isEmpty() || frame.round() == null || frame.campaign().state() != State.RUNNING) {
            return Optional.empty();
        }
        Mark now = marks.getLast();
        int through = now.shards() - start.shards();
        int missing = frame.round().shards() - now.shards();
        if (through <= 0 || missing <= 0) {
            return Optional.empty();
        }
        return Optional.of(Duration.ofMillis((now.millis() - start.millis()) * missing / through));
    }
}
