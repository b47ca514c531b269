package dev.reflux.activities.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.reflux.activities.TinyDisk;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LedgerFailureTest {

    private static final Duration SOON = Duration.ofMillis(50);

    @TempDir
    private Path folder;

    @Test
    void saysThatTheFileIsNoDatabase() throws Exception {
        Path file = Files.writeString(folder.resolve("ledger.db"), "this is a shopping list\n".repeat(100));

        assertThatThrownBy(() -> SqliteLedger.open(file))
                .isInstanceOf(LedgerUnavailableException.class)
                .hasMessageStartingWith(
                        "Ledger " + file + " must be an SQLite database, and is not; move that file away");
        assertThat(file).content().startsWith("this is a shopping list");
    }

    @Test
    void saysThatAnotherProcessHoldsTheLock() throws Exception {
        Path file = folder.resolve("ledger.db");
        try (SqliteLedger ledger = SqliteLedger.open(file, SOON);
                Connection other = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = other.createStatement()) {
            statement.execute("BEGIN EXCLUSIVE");
            ledger.requireReady();

            assertThatThrownBy(() -> ledger.commit(LedgerEntries.of("a")))
                    .isInstanceOf(LedgerUnavailableException.class)
                    .hasMessage("Ledger " + file + " was locked by another process for more than 50 ms; end the program"
                            + " that holds it open, then resume");

            assertThatThrownBy(ledger::requireReady)
                    .describedAs("nothing more is paid for while it cannot be committed")
                    .isInstanceOf(LedgerUnavailableException.class)
                    .hasMessageContaining("was locked");
            statement.execute("ROLLBACK");
            ledger.commit(LedgerEntries.of("a"));
            ledger.requireReady();
            assertThat(ledger.find(List.of("a"))).containsKey("a");
        }
    }

    @Test
    void waitsForAnotherProcessThatIsWriting() throws Exception {
        Path file = folder.resolve("ledger.db");
        try (SqliteLedger ledger = SqliteLedger.open(file);
                Connection other = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = other.createStatement()) {
            statement.execute("BEGIN IMMEDIATE");
            Thread committing = new Thread(() -> ledger.commit(LedgerEntries.of("a")));
            committing.start();
            assertThat(ledger.find(List.of("a"))).isEmpty();

            statement.execute("COMMIT");
            committing.join();

            assertThat(ledger.find(List.of("a"))).containsKey("a");
        }
    }

    @Test
    void saysThatTheFileIsDamaged() throws Exception {
        Path file = folder.resolve("ledger.db");
        try (SqliteLedger ledger = SqliteLedger.open(file)) {
            ledger.commitAll(IntStream.range(0, 500)
                    .mapToObj(i -> LedgerEntries.of("key-" + i))
                    .toList());
        }
        try (RandomAccessFile bytes = new RandomAccessFile(file.toFile(), "rw")) {
            bytes.seek(4096);
            bytes.write(new byte[(int) bytes.length() - 4096]);
        }

        assertThatThrownBy(() -> {
                    try (SqliteLedger ledger = SqliteLedger.open(file)) {
                        ledger.find(List.of("key-1"));
                    }
                })
                .isInstanceOf(LedgerUnavailableException.class)
                .hasMessageStartingWith("Ledger " + file + " is damaged; restore it from a backup");
    }

    @Test
    void saysThatItsFolderCannotBeMade() throws Exception {
        Path file = Files.writeString(folder.resolve("file"), "").resolve("ledger.db");

        assertThatThrownBy(() -> SqliteLedger.open(file))
                .isInstanceOf(LedgerUnavailableException.class)
                .hasMessageStartingWith("Ledger " + file + " needs a folder that can be written");
    }

    @Test
    void saysThatTheDiskIsFullAndKeepsWhatWasAcknowledged() throws Exception {
        try (TinyDisk disk = TinyDisk.mount(folder.resolve("disk"), "1m");
                SqliteLedger ledger = SqliteLedger.open(disk.folder().resolve("ledger.db"))) {
            ledger.commit(LedgerEntries.of("first"));

            assertThatThrownBy(
                            () -> IntStream.range(0, 20_000).forEach(n -> ledger.commit(LedgerEntries.of("key-" + n))))
                    .isInstanceOf(LedgerUnavailableException.class)
                    .hasMessageStartingWith(
                            "Ledger " + disk.folder().resolve("ledger.db") + " cannot grow, its disk is full");
            assertThat(ledger.find(List.of("first"))).containsKey("first");
        }
    }
}
