package dev.reflux.worker.orchestrator;

import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowClientOptions;
import io.temporal.common.converter.DataConverter;
import io.temporal.serviceclient.WorkflowServiceStubsOptions;
import io.temporal.testserver.TestServer;
import java.util.List;

/**
 * Temporal's test server inside this process: real workflows and retries, nothing that outlives the process. The workspace
 * and the ledger let a rerun go on without paying twice.
 */
final class EmbeddedOrchestrator implements Orchestrator {
    private final TestServer.InProcessTestServer server;
    private final Connection connection;

    EmbeddedOrchestrator(DataConverter converter) {
        server = TestServer.createServer();
        connection = new Connection(
                WorkflowServiceStubsOptions.newBuilder()
                        .setChannel(server.getChannel())
                        .validateAndBuildWithDefaults(),
                WorkflowClientOptions.newBuilder().setDataConverter(converter).validateAndBuildWithDefaults());
        new SearchAttributeRegistrar(connection).register();
    }

    @Override
    public WorkflowClient client() {
        return connection.client();
    }

    @Override
    public String description() {
        return "embedded Temporal, in memory";
    }

    @Override
    public boolean givesUpOnDeadWorkers() {
        return false;
    }

    @Override
    public boolean isLocal() {
        return true;
    }

    @Override
    public List<String> lacks() {
        return List.of(
                "no Temporal UI and no commands from a second terminal; put the temporal CLI on the PATH for both",
                "nothing survives this process but the workspace; a rerun goes on from there and pays for nothing twice");
    }

    @Override
    public void close() {
        connection.close();
        server.close();
    }
}
