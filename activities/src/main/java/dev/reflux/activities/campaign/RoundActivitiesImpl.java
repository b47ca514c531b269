package dev.reflux.activities.campaign;

import dev.reflux.workflows.round.MergeReport;
import dev.reflux.workflows.round.RoundActivities;
import dev.reflux.workflows.round.RoundStep;
import dev.reflux.workflows.round.StudentReport;
import java.util.function.BiFunction;
import java.util.function.Function;

/** Merges rounds and trains their students on behalf of Temporal. */
public final class RoundActivitiesImpl implements RoundActivities {

    private final BiFunction<RoundStep, Pulse, MergeReport> merging;
    private final Function<RoundStep, StudentReport> training;

    /**
     * Both must bear running twice: the same step writes the same files.
     *
     * @param merging told where to say how far it is
     */
    public RoundActivitiesImpl(
            BiFunction<RoundStep, Pulse, MergeReport> merging, Function<RoundStep, StudentReport> training) {
        this.merging = merging;
        this.training = training;
    }

    @Override
    public MergeReport merge(RoundStep step) {
        return ActivityFailures.mapped(pulse -> merging.apply(step, pulse));
    }

    @Override
    public StudentReport trainStudent(RoundStep step) {
        return ActivityFailures.mapped(pulse -> training.apply(step));
    }
}
