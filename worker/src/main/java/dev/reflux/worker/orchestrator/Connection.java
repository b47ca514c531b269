package dev.reflux.worker.orchestrator;

import io.grpc.StatusRuntimeException;
import io.temporal.api.workflowservice.v1.DescribeNamespaceRequest;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowClientOptions;
import io.temporal.serviceclient.OperatorServiceStubs;
import io.temporal.serviceclient.OperatorServiceStubsOptions;
import io.temporal.serviceclient.WorkflowServiceStubs;
import io.temporal.serviceclient.WorkflowServiceStubsOptions;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** One connection to a Temporal, with the client for workflows and the one for operators sharing it. */
final class Connection implements AutoCloseable {
    private static final Duration ONE_ATTEMPT = Duration.ofSeconds(3);

    private final WorkflowServiceStubs service;
    private final OperatorServiceStubs operator;
    private final WorkflowClient client;

    Connection(WorkflowServiceStubsOptions stubs, WorkflowClientOptions options) {
        service = WorkflowServiceStubs.newServiceStubs(stubs);
        operator = OperatorServiceStubs.newServiceStubs(OperatorServiceStubsOptions.newBuilder()
                .setChannel(service.getRawChannel())
                .setHeaders(stubs.getHeaders())
                .setGrpcMetadataProviders(stubs.getGrpcMetadataProviders())
                .validateAndBuildWithDefaults());
        client = WorkflowClient.newInstance(service, options);
    }

    WorkflowClient client() {
        return client;
    }

    OperatorServiceStubs operator() {
        return operator;
    }

    String namespace() {
        return client.getOptions().getNamespace();
    }

    /**
     * Asks once whether Temporal answers and knows the namespace.
     *
     * @throws StatusRuntimeException if not
     */
    void ask() {
        service.blockingStub()
                .withDeadlineAfter(ONE_ATTEMPT.toMillis(), TimeUnit.MILLISECONDS)
                .describeNamespace(DescribeNamespaceRequest.newBuilder()
                        .setNamespace(namespace())
                        .build());
    }

    @Override
    public void close() {
        operator.shutdownNow();
        service.shutdownNow();
    }
}
