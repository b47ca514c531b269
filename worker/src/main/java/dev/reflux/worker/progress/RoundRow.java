package dev.reflux.worker.progress;

import dev.reflux.workflows.Tally;
import dev.reflux.workflows.round.RoundReport;

/**
 * A finished round in one row of figures.
 *
 * @param precision share of accepted samples whose label is the gold one, or null
 * @param student the student's accuracy on the holdout, or null
 * @param baseline accuracy of a student trained on the seeds alone, or null
 * @param seconds wall time
 */
public record RoundRow(int round, Tally total, Double precision, Double student, Double baseline, double seconds) {
    public static RoundRow of(RoundReport report) {
        return new RoundRow(
                report.round(),
                report.total(),
                report.merge().acceptedPrecision(),
                report.student() == null ? null : report.student().holdoutAccuracy(),
                null,
                report.seconds());
    }
}
