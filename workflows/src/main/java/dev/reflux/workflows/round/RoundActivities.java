package dev.reflux.workflows.round;

import io.temporal.activity.ActivityInterface;
import io.temporal.activity.ActivityMethod;

/**
 * What closes a round. Each writes files under names derived from the round, whole and moved into place: running one
 * twice writes the same files and returns the same report.
 */
@ActivityInterface
public interface RoundActivities {

    /** Gathers what the last stage let through into the round's dataset and measures it against gold. */
    @ActivityMethod(name = "merge")
    MergeReport merge(RoundStep step);

    /** Trains the student on seeds and dataset, saves it and evaluates it on the holdout; null where none is wanted. */
    @ActivityMethod(name = "train-student")
    StudentReport trainStudent(RoundStep step);
}
