package dev.reflux.worker.command;

import dev.reflux.config.Environment;
import dev.reflux.worker.orchestrator.Orchestrators;
import dev.reflux.worker.wiring.Assembly;
import dev.reflux.workflows.Payloads;
import io.temporal.common.converter.DataConverter;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/** What commands find around them: the rest of the house and the environment. */
public record Surroundings(Assembly assembly, Map<String, String> environment) {
    public Surroundings {
        environment = new TreeMap<>(environment);
    }

    Environment variables() {
        return Environment.of(environment);
    }

    Orchestrators orchestrators(Path workspace) {
        DataConverter converter = Payloads.converter();
        return new Orchestrators(workspace, converter, environment);
    }
}
