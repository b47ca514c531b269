package dev.reflux.worker.wiring;

import dev.reflux.config.WorkerRole;
import java.util.List;

/** The activity implementations of a worker with what they hold open: ledger, workspace, teachers. */
public interface Staff extends AutoCloseable {
    /** Activities for the queue of one role. */
    List<Object> activitiesOf(WorkerRole role);

    @Override
    void close();
}
