package dev.reflux.worker.orchestrator;

import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowClientOptions;
import io.temporal.common.converter.DataConverter;
import io.temporal.envconfig.ClientConfigProfile;
import io.temporal.envconfig.LoadClientConfigProfileOptions;
import io.temporal.serviceclient.WorkflowServiceStubsOptions;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;

/**
 * A Temporal that others run: self-hosted or Temporal Cloud. Namespace, certificates and API key come from Temporal's own
 * environment configuration; Reflux reads none of them.
 */
final class RemoteOrchestrator implements Orchestrator {
    private static final Duration PATIENCE = Duration.ofSeconds(6);

    private final Connection connection;
    private final String address;

    private RemoteOrchestrator(Connection connection, String address) {
        this.connection = connection;
        this.address = address;
    }

    /** The given address, everything else as the environment configuration says. */
    static RemoteOrchestrator at(String address, Map<String, String> environment, DataConverter converter) {
        ClientConfigProfile profile =
                load(environment).toBuilder().setAddress(address).build();
        return connect(profile, address, converter);
    }

    static RemoteOrchestrator fromEnvironment(Map<String, String> environment, DataConverter converter) {
        ClientConfigProfile profile = load(environment);
        String address = profile.getAddress() == null ? "localhost:7233" : profile.getAddress();
        return connect(profile, address, converter);
    }

    private static ClientConfigProfile load(Map<String, String> environment) {
        try {
            return ClientConfigProfile.load(LoadClientConfigProfileOptions.newBuilder()
                    .setEnvOverrides(environment)
                    .build());
        } catch (IOException | RuntimeException unreadable) {
            throw new OrchestratorUnreachableException(
                    "the Temporal environment configuration must be readable, got: " + unreadable.getMessage()
                            + "; check TEMPORAL_CONFIG_FILE and TEMPORAL_PROFILE",
                    unreadable);
        }
    }

    private static RemoteOrchestrator connect(ClientConfigProfile profile, String address, DataConverter converter) {
        WorkflowServiceStubsOptions stubs = profile.toWorkflowServiceStubsOptions();
        WorkflowClientOptions options = WorkflowClientOptions.newBuilder(profile.toWorkflowClientOptions())
                .setDataConverter(converter)
                .validateAndBuildWithDefaults();
        Connection connection = new Connection(stubs, options);
        try {
            new Readiness(PATIENCE, () -> null).await("Temporal at " + address, connection::ask);
            new SearchAttributeRegistrar(connection).register();
        } catch (RuntimeException unreachable) {
            connection.close();
            throw unreachable;
        }
        return new RemoteOrchestrator(connection, address);
    }

    @Override
    public WorkflowClient client() {
        return connection.client();
    }

    @Override
    public String description() {
        return "Temporal at " + address + ", namespace " + connection.namespace();
    }

    @Override
    public void close() {
        connection.close();
    }
}
