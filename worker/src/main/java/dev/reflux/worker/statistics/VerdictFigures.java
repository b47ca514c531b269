package dev.reflux.worker.statistics;

import dev.reflux.activities.shard.Verdict;
import dev.reflux.worker.statistics.Distribution.Quantiles;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;

/** Verdicts by who gave them on what. */
public final class VerdictFigures {

    private final Map<String, Figure> figures = new TreeMap<>();

    /** What one verifier or judge found; {@code scores} is null where it gave none. */
    public record Found(long passed, long failed, long undecided, Quantiles scores) {}

    private static final class Figure {
        private long passed;
        private long failed;
        private long undecided;
        private final Distribution scores = new Distribution();

        void add(Verdict verdict) {
            switch (verdict.outcome()) {
                case PASSED -> passed++;
                case FAILED -> failed++;
                case UNDECIDED -> undecided++;
            }
            if (verdict.score() != null && verdict.outcome() != Verdict.Outcome.UNDECIDED) {
                scores.add(verdict.score());
            }
        }
    }

    void add(Collection<Verdict> verdicts) {
        for (Verdict verdict : verdicts) {
            if (figures.containsKey(verdict.by()) || figures.size() < Tallies.MOST) {
                figures.computeIfAbsent(verdict.by(), by -> new Figure()).add(verdict);
            }
        }
    }

    /** By name. */
    Map<String, Found> found() {
        Map<String, Found> found = new TreeMap<>();
        figures.forEach((by, figure) ->
                found.put(by, new Found(figure.passed, figure.failed, figure.undecided, figure.scores.quantiles())));
        return found;
    }
}
