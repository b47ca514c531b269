package dev.reflux.activities.student;

/**
 * The file beside a student: what it was trained on and what it can do.
 *
 * @param round the round it closed
 * @param trainedOn samples it was trained on, seeds included
 * @param accepted samples the round accepted; more than were trained on where memory had no room for all
 * @param temperature by which its probabilities are calibrated
 * @param holdout what it made of the holdout
 * @param baseline what a student made of the holdout that was trained likewise on the seeds alone; in the first round's
 *     file only
 */
public record StudentEvaluation(
        int round, long trainedOn, long accepted, double temperature, Evaluation holdout, Evaluation baseline) {}
