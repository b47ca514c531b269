package dev.reflux.worker.command;

import dev.reflux.worker.orchestrator.ShellWord;
import java.nio.file.Path;
import picocli.CommandLine.Option;

/** The option {@code --workspace}: the folder in which the folders of campaigns lie. */
final class WorkspaceOption {
    private static final String USUAL = "reflux-workspace";

    @Option(
            names = "--workspace",
            paramLabel = "DIR",
            defaultValue = USUAL,
            description = "Folder of datasets, students, reports and the ledger. Default: ./${DEFAULT-VALUE}")
    private Path workspace;

    /** The option as it must be typed for another command to come to the same folder, after a blank; or nothing. */
    String typed() {
        return workspace.equals(Path.of(USUAL)) ? "" : " --workspace " + ShellWord.of(workspace);
    }

    /** Absolute; not necessarily there yet. */
    Path path() {
        return workspace.toAbsolutePath().normalize();
    }
}
