package dev.reflux.workflows.round;

import dev.reflux.config.Preparation;
import dev.reflux.config.StagePlan;
import dev.reflux.config.WorkerRole;

/** Where a stage stands, as far as the workflow needs to know. */
public record StagePlace(String name, WorkerRole role, Preparation preparation) {

    public static StagePlace of(StagePlan stage) {
        return new StagePlace(stage.name(), stage.role(), stage.preparation());
    }
}
