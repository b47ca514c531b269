package dev.reflux.worker.orchestrator;

import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowClientOptions;
import io.temporal.common.converter.DataConverter;
import io.temporal.serviceclient.WorkflowServiceStubsOptions;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The {@code temporal} CLI's dev server with its data in the workspace. The first process that needs it starts it, others in
 * the same workspace use the same one, the last one that leaves ends it. A process that is killed leaves it running; the
 * next one finds it.
 */
final class DevServerOrchestrator implements Orchestrator {
    private static final Logger LOG = LoggerFactory.getLogger(DevServerOrchestrator.class);
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    /** The server chooses ports of its own, too: any may be taken between its choice and its use. */
    private static final int MOST_STARTS = 3;

    private final DevServerFiles files;
    private final DevServerLease lease;
    private final DataConverter converter;
    private DevServerRecord server;
    private Connection connection;

    private DevServerOrchestrator(DevServerFiles files, DevServerLease lease, DataConverter converter) {
        this.files = files;
        this.lease = lease;
        this.converter = converter;
    }

    static DevServerOrchestrator open(Path cli, Path workspace, DataConverter converter) {
        DevServerFiles files = DevServerFiles.in(workspace);
        DevServerLease lease = DevServerLease.on(files.lock());
        DevServerOrchestrator opened = new DevServerOrchestrator(files, lease, converter);
        try {
            lease.enter(() -> opened.findOrStart(cli));
        } catch (RuntimeException failure) {
            lease.close();
            throw failure;
        }
        return opened;
    }

    private void findOrStart(Path cli) {
        Optional<DevServerRecord> running = files.readRecord().filter(DevServerProcess::isAlive);
        if (running.isPresent() && answers(running.get())) {
            return;
        }
        for (int start = 1; ; start++) {
            DevServerProcess process = DevServerProcess.start(cli, files);
            files.writeRecord(process.record());
            try {
                await(process.record(), process::reasonOfDeath);
                return;
            } catch (OrchestratorUnreachableException failure) {
                if (start == MOST_STARTS || !process.foundPortTaken()) {
                    throw failure;
                }
                LOG.info("Another process was given a port of the dev server meanwhile; it is started on others");
            }
        }
    }

    /** One that does not answer in time is ended: two servers must never share a database. */
    private boolean answers(DevServerRecord candidate) {
        try {
            await(candidate, () -> null);
            return true;
        } catch (OrchestratorUnreachableException silent) {
            LOG.warn("Ended the dev server of process {}, which no longer answered", candidate.pid(), silent);
            return false;
        }
    }

    private void await(DevServerRecord started, Supplier<String> reasonOfDeath) {
        server = started;
        connection = connect(started);
        try {
            new Readiness(PATIENCE, reasonOfDeath).await("the temporal dev server", connection::ask);
            new SearchAttributeRegistrar(connection).register();
        } catch (RuntimeException failure) {
            connection.close();
            DevServerProcess.end(started.pid());
            files.deleteRecord();
            throw failure;
        }
    }

    private Connection connect(DevServerRecord to) {
        return new Connection(
                WorkflowServiceStubsOptions.newBuilder().setTarget(to.address()).validateAndBuildWithDefaults(),
                WorkflowClientOptions.newBuilder().setDataConverter(converter).validateAndBuildWithDefaults());
    }

    @Override
    public WorkflowClient client() {
        return connection.client();
    }

    @Override
    public String description() {
        return "Temporal dev server at " + server.address();
    }

    @Override
    public Optional<String> linkTo(String workflowId) {
        String page = URLEncoder.encode(workflowId, StandardCharsets.UTF_8);
        return Optional.of(server.ui() + "/namespaces/" + connection.namespace() + "/workflows/" + page);
    }

    /** The last process to leave ends the server. */
    @Override
    public Optional<String> afterwards(String workflowId) {
        return Optional.of("temporal server start-dev --db-filename " + ShellWord.of(files.database())
                + "  shows the history again");
    }

    @Override
    public boolean isLocal() {
        return true;
    }

    @Override
    public void close() {
        connection.close();
        lease.leave(() -> {
            DevServerProcess.end(server.pid());
            files.deleteRecord();
        });
        lease.close();
    }
}
