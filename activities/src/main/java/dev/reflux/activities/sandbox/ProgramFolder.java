package dev.reflux.activities.sandbox;

import dev.reflux.activities.shard.TemporaryFolder;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;

/** A program's files on this machine's disk, for as long as it runs. */
final class ProgramFolder implements AutoCloseable {

    /** With the process that made it, so that what a killed one left is told from what is in use. */
    static final String NAME = "reflux-sandbox-" + ProcessHandle.current().pid() + "-";

    private final TemporaryFolder folder;

    private ProgramFolder(TemporaryFolder folder) {
        this.folder = folder;
    }

    /** Writes them into a new temporary folder, readable by the user that the program runs as. */
    static ProgramFolder of(Program program) throws IOException {
        ProgramFolder folder = new ProgramFolder(TemporaryFolder.create(NAME));
        try {
            folder.write(program);
            return folder;
        } catch (IOException | RuntimeException failure) {
            folder.close();
            throw failure;
        }
    }

    private void write(Program program) throws IOException {
        Files.createDirectory(files());
        for (Map.Entry<String, String> file : program.files().entrySet()) {
            Path path = files().resolve(file.getKey());
            Files.writeString(path, file.getValue(), StandardCharsets.UTF_8);
            Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rw-r--r--"));
        }
        Files.writeString(stdin(), program.stdin(), StandardCharsets.UTF_8);
        Files.setPosixFilePermissions(files(), PosixFilePermissions.fromString("rwxr-xr-x"));
        Files.setPosixFilePermissions(folder.path(), PosixFilePermissions.fromString("rwx--x--x"));
    }

    /** What the sandbox shows of it. */
    Path files() {
        return folder.path().resolve("program");
    }

    Path stdin() {
        return folder.path().resolve("stdin");
    }

    @Override
    public void close() {
        folder.close();
    }
}
