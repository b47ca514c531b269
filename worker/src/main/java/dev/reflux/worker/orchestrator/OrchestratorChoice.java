package dev.reflux.worker.orchestrator;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Which Temporal is meant, decided before anything is started.
 *
 * @param kind what it is
 * @param target {@code HOST:PORT} of {@link Kind#ADDRESS}, path of the binary of {@link Kind#DEV}, else null
 */
public record OrchestratorChoice(Kind kind, String target) {
    /** Where a Temporal comes from. */
    public enum Kind {
        /** The address given on the command line. */
        ADDRESS,
        /** Temporal's own environment configuration: address, namespace, certificates, API key. */
        ENVIRONMENT,
        /** The {@code temporal} CLI's server, a child process with its data in the workspace. */
        DEV,
        /** The test server inside this process, in memory. */
        EMBEDDED
    }

    private static final List<String> ENVIRONMENT_VARIABLES =
            List.of("TEMPORAL_ADDRESS", "TEMPORAL_CONFIG_FILE", "TEMPORAL_PROFILE");

    /**
     * Decides: what was asked for, else the environment's Temporal, else the CLI's server, else the embedded one.
     *
     * @param asked {@code HOST:PORT}, {@code dev}, {@code embedded}, or null
     * @param environment environment variables
     * @throws IllegalArgumentException if {@code asked} is none of these
     * @throws OrchestratorUnreachableException if {@code dev} is asked for and there is no CLI
     */
    public static OrchestratorChoice of(String asked, Map<String, String> environment) {
        Optional<Path> cli = findCli(environment);
        if ("embedded".equals(asked)) {
            return new OrchestratorChoice(Kind.EMBEDDED, null);
        }
        if ("dev".equals(asked)) {
            return new OrchestratorChoice(
                    Kind.DEV, cli.orElseThrow(OrchestratorChoice::noCli).toString());
        }
        if (asked != null) {
            return new OrchestratorChoice(Kind.ADDRESS, checkedAddress(asked));
        }
        if (ENVIRONMENT_VARIABLES.stream()
                .anyMatch(name -> !environment.getOrDefault(name, "").isEmpty())) {
            return new OrchestratorChoice(Kind.ENVIRONMENT, null);
        }
        return cli.map(path -> new OrchestratorChoice(Kind.DEV, path.toString()))
                .orElse(new OrchestratorChoice(Kind.EMBEDDED, null));
    }

    private static String checkedAddress(String asked) {
        if (!asked.matches("(\\[[0-9a-fA-F:]+]|[A-Za-z0-9._-]+):[0-9]{1,5}")) {
            throw new IllegalArgumentException(
                    "--temporal must be HOST:PORT, dev or embedded, got " + asked + "; write, say, localhost:7233");
        }
        return asked;
    }

    private static Optional<Path> findCli(Map<String, String> environment) {
        for (String folder : environment.getOrDefault("PATH", "").split(File.pathSeparator)) {
            Path candidate = Path.of(folder, "temporal").toAbsolutePath();
            if (!folder.isEmpty() && Files.isRegularFile(candidate) && Files.isExecutable(candidate)) {
                return Optional.of(candidate);
            }
        }
        return Optional.empty();
    }

    private static OrchestratorUnreachableException noCli() {
        return new OrchestratorUnreachableException("--temporal dev needs the temporal CLI on the PATH, found none; "
                + "install it, or use --temporal embedded or --temporal HOST:PORT");
    }
}
