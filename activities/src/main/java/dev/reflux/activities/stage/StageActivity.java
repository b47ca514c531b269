package dev.reflux.activities.stage;

import dev.reflux.activities.campaign.ActivityFailures;
import dev.reflux.workflows.round.StageRequest;
import io.temporal.activity.Activity;
import io.temporal.activity.DynamicActivity;
import io.temporal.common.converter.EncodedValues;

/**
 * Every stage as an activity whose type name is the stage's name; shard 0 asks for the stage's preparation. Running one twice
 * writes the same files and returns the same report, and pays no teacher twice.
 */
public final class StageActivity implements DynamicActivity {

    private final StageRun runs;

    public StageActivity(StageRun runs) {
        this.runs = runs;
    }

    @Override
    public Object execute(EncodedValues arguments) {
        StageRequest request = arguments.get(0, StageRequest.class);
        String stage = Activity.getExecutionContext().getInfo().getActivityType();
        return ActivityFailures.mapped(pulse -> runs.run(stage, request, pulse::progress));
    }
}
