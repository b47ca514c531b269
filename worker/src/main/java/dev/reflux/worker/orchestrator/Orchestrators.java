package dev.reflux.worker.orchestrator;

import io.temporal.common.converter.DataConverter;
import java.nio.file.Path;
import java.util.Map;

/** Opens the Temporal that was chosen. */
public final class Orchestrators {
    private final Path workspace;
    private final DataConverter converter;
    private final Map<String, String> environment;

    public Orchestrators(Path workspace, DataConverter converter, Map<String, String> environment) {
        this.workspace = workspace;
        this.converter = converter;
        this.environment = environment;
    }

    /**
     * Opens it and waits until it answers.
     *
     * @throws OrchestratorUnreachableException if it does not answer in time
     */
    public Orchestrator open(OrchestratorChoice choice) {
        return switch (choice.kind()) {
            case ADDRESS -> RemoteOrchestrator.at(choice.target(), environment, converter);
            case ENVIRONMENT -> RemoteOrchestrator.fromEnvironment(environment, converter);
            case DEV -> DevServerOrchestrator.open(Path.of(choice.target()), workspace, converter);
            case EMBEDDED -> new EmbeddedOrchestrator(converter);
        };
    }

    /** True if there is something to ask without starting anew: false for an embedded one, or a workspace never used. */
    public boolean mayKnowCampaigns(OrchestratorChoice choice) {
        return switch (choice.kind()) {
            case ADDRESS, ENVIRONMENT -> true;
            case DEV -> DevServerFiles.in(workspace).hasDatabase();
            case EMBEDDED -> false;
        };
    }
}
