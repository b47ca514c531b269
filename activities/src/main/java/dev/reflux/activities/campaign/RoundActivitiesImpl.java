package dev.reflux.activities.campaign;

import dev.reflux.workflows.round.MergeReport;
import dev.reflux.workflows.round.RoundActivities;
import dev.reflux.workflows.round.RoundStep;
import dev.reflux.workflows.round.StudentReport;
import java.util.function.Function;

/** Merges rounds and trains their students on behalf of Temporal. */
public final class RoundActivitiesImpl implements RoundActivities {

    private final Function<RoundStep, MergeReport> merging;
    private final Function<RoundStep, StudentReport> training;

    /** Both must bear running twice: the same step writes the same files. */
    public RoundActivitiesImpl(Function<RoundStep, MergeReport> merging, Function<RoundStep, StudentReport> training) {
        this.merging = merging;
        this.training = training;
    }

    @Override
    public MergeReport merge(RoundStep step) {
        return ActivityFailures.mapped(pulse -> merging.apply(step));
    }

    @Override
    public StudentReport trainStudent(RoundStep step) {
        return ActivityFailures.mapped(pulse -> training.apply(step));
    }
}
