package dev.reflux.worker.command;

import dev.reflux.activities.shard.WholeFolder;
import dev.reflux.worker.orchestrator.OrchestratorChoice;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Where a command works: the options {@code --workspace} and {@code --temporal}, which most commands share. */
final class Placement {
    @Spec(Spec.Target.MIXEE)
    private CommandSpec command;

    @Mixin
    private WorkspaceOption workspace;

    @Option(
            names = {"--temporal", "--connect"},
            paramLabel = "WHERE",
            description = {
                "HOST:PORT of a Temporal; or dev: the temporal CLI's server, its data in the workspace; or embedded: in "
                        + "this process, in memory.",
                "Default: what TEMPORAL_ADDRESS, TEMPORAL_CONFIG_FILE or TEMPORAL_PROFILE say, else dev where the "
                        + "temporal CLI is on the PATH, else embedded."
            })
    private String temporal;

    /** The options as they must be typed for another command to come to the same place, each after a blank. */
    String options() {
        return workspace.typed() + (temporal == null ? "" : " --temporal " + temporal);
    }

    /** Absolute; not necessarily there yet. */
    Path workspace() {
        return workspace.path();
    }

    /** Absolute, and created where it was not. */
    Path createdWorkspace() {
        try {
            return WholeFolder.make(workspace());
        } catch (IOException failure) {
            throw new ParameterException(
                    command.commandLine(),
                    "--workspace must be a folder that can be written, got " + workspace() + " (" + failure + ")",
                    failure);
        }
    }

    OrchestratorChoice choice(Map<String, String> environment) {
        try {
            return OrchestratorChoice.of(temporal, environment);
        } catch (IllegalArgumentException wrong) {
            throw new ParameterException(command.commandLine(), wrong.getMessage(), wrong);
        }
    }
}
