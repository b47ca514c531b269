package dev.reflux.worker.command;

import dev.reflux.config.Environment;
import dev.reflux.config.PlanJson;
import dev.reflux.worker.orchestrator.Orchestrators;
import dev.reflux.worker.wiring.Assembly;
import io.temporal.common.converter.DataConverter;
import io.temporal.common.converter.DefaultDataConverter;
import io.temporal.common.converter.JacksonJsonPayloadConverter;
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
        DataConverter converter = DefaultDataConverter.newDefaultInstance()
                .withPayloadConverterOverrides(new JacksonJsonPayloadConverter(PlanJson.mapper()));
        return new Orchestrators(workspace, converter, environment);
    }
}
