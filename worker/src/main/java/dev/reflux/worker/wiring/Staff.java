package dev.reflux.worker.wiring;

import dev.reflux.config.WorkerRole;
import java.util.List;
import java.util.Optional;

/** The activity implementations of a worker with what they hold open: ledger, workspace, teachers. */
public interface Staff extends AutoCloseable {
    /** Activities for the queue of one role. */
    List<Object> activitiesOf(WorkerRole role);

    /** What work of a role this machine cannot do, and why; empty where it can. */
    default Optional<String> lack(WorkerRole role) {
        return Optional.empty();
    }

    @Override
    void close();
}
