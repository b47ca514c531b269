package dev.reflux.worker.orchestrator;

import io.temporal.client.WorkflowClient;
import java.util.List;
import java.util.Optional;

/** A Temporal that is ready: reached, answering, its search attributes registered. Closing it lets go of it. */
public interface Orchestrator extends AutoCloseable {
    WorkflowClient client();

    /** One line for people: what it is and where. */
    String description();

    /** Address of a workflow's page in the Temporal UI; empty where there is none or it is not known. */
    default Optional<String> linkTo(String workflowId) {
        return Optional.empty();
    }

    /** How to see a workflow once this process is over. */
    default Optional<String> afterwards(String workflowId) {
        return linkTo(workflowId);
    }

    /**
     * False for the test server, which keeps a dead worker's sticky tasks for ever: workers must not ask for any there, or
     * that worker's workflows hang.
     */
    default boolean givesUpOnDeadWorkers() {
        return true;
    }

    /** True where it lives in this workspace, so that no worker may be there to answer a query or an update. */
    default boolean isLocal() {
        return false;
    }

    /** What a user misses here, in words; empty for a whole Temporal. */
    default List<String> lacks() {
        return List.of();
    }

    @Override
    void close();
}
