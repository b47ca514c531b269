package dev.reflux.worker.orchestrator;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;

/** What a dev server leaves in a workspace: its database, its log, its record while it runs, its lock. */
record DevServerFiles(Path workspace) {
    private static final ObjectMapper JSON = new ObjectMapper();

    static DevServerFiles in(Path workspace) {
        return new DevServerFiles(workspace.toAbsolutePath().normalize());
    }

    Path database() {
        return workspace.resolve("temporal.db");
    }

    Path log() {
        return workspace.resolve("temporal.log");
    }

    Path lock() {
        return workspace.resolve("temporal.lock");
    }

    private Path record() {
        return workspace.resolve("temporal.json");
    }

    boolean hasDatabase() {
        return Files.exists(database());
    }

    /** The server that was last said to run; empty where there is none, or the file is cut. It may be dead. */
    Optional<DevServerRecord> readRecord() {
        try {
            return Optional.of(JSON.readValue(Files.readAllBytes(record()), DevServerRecord.class));
        } catch (NoSuchFileException | JacksonException none) {
            return Optional.empty();
        } catch (IOException failure) {
            throw new UncheckedIOException("cannot read " + record() + "; check its rights", failure);
        }
    }

    void writeRecord(DevServerRecord server) {
        try {
            Path draft = workspace.resolve("temporal.json.tmp");
            Files.write(draft, JSON.writeValueAsBytes(server));
            Files.move(draft, record(), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException failure) {
            throw new UncheckedIOException("cannot write " + record() + "; check rights and free space", failure);
        }
    }

    void deleteRecord() {
        try {
            Files.deleteIfExists(record());
        } catch (IOException failure) {
            throw new UncheckedIOException("cannot delete " + record() + "; check its rights", failure);
        }
    }
}
