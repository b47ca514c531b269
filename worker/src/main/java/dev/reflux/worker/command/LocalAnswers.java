package dev.reflux.worker.command;

import dev.reflux.worker.orchestrator.Orchestrator;
import dev.reflux.worker.wiring.RefluxWorker;

/**
 * Lets campaigns of a local Temporal answer while no worker runs: workflow code answers queries and updates, so a command
 * brings some along. A shared Temporal has workers of its own, and theirs must answer.
 */
final class LocalAnswers {
    private LocalAnswers() {}

    /** Null where it is not needed, which a try-with-resources passes over. */
    static RefluxWorker of(Orchestrator orchestrator) {
        return orchestrator.isLocal() ? RefluxWorker.startWorkflowsOnly(orchestrator.client()) : null;
    }
}
