package dev.reflux.workflows;

import dev.reflux.config.WorkerRole;

/** The task queues: one for workflows, one for each kind of work. */
public final class TaskQueues {

    public static final String CAMPAIGNS = "reflux-campaigns";

    private TaskQueues() {}

    public static String of(WorkerRole role) {
        return switch (role) {
            case TEACHER -> "reflux-teacher";
            case COMPUTE -> "reflux-compute";
            case SANDBOX -> "reflux-sandbox";
        };
    }
}
