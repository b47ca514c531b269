package dev.reflux.activities.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LedgerProcessTest {

    private static final int NEVER_ENDING = Integer.MAX_VALUE;

    @TempDir
    private Path folder;

    @Test
    void keepsEveryAcknowledgedCallOfAProcessThatWasKilled() throws Exception {
        Path file = folder.resolve("ledger.db");
        Process process = CommittingProcess.start(file, "key", NEVER_ENDING);
        List<String> acknowledged = new ArrayList<>();
        try (BufferedReader lines = process.inputReader()) {
            for (int i = 0; i < 2_000; i++) {
                acknowledged.add(lines.readLine());
            }
            // Not process.destroyForcibly(): that closes the stream, and what it still holds is acknowledged too.
            process.toHandle().destroyForcibly();
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                acknowledged.add(line);
            }
        }
        process.waitFor();
        // The kill may cut the last line short: such a key was printed in part only.
        acknowledged.remove(acknowledged.size() - 1);

        try (SqliteLedger ledger = SqliteLedger.open(file)) {
            assertThat(ledger.find(acknowledged)).hasSize(acknowledged.size());
        }
    }

    @Test
    void takesCallsOfTwoProcessesAtOnce() throws Exception {
        Path file = folder.resolve("ledger.db");
        Process one = CommittingProcess.start(file, "one", 200);
        Process two = CommittingProcess.start(file, "two", 200);

        assertThat(printed(one)).hasSize(8 * 200);
        assertThat(printed(two)).hasSize(8 * 200);

        assertThat(one.waitFor(1, TimeUnit.MINUTES)).isTrue();
        assertThat(two.waitFor(1, TimeUnit.MINUTES)).isTrue();
        try (SqliteLedger ledger = SqliteLedger.open(file)) {
            assertThat(ledger.books("support"))
                    .singleElement()
                    .extracting(BooksLine::calls)
                    .isEqualTo(2 * 8 * 200L);
        }
    }

    @Test
    void opensANewFileFromManySidesAtOnce() throws Exception {
        for (int attempt = 0; attempt < 30; attempt++) {
            Path file = folder.resolve("ledger-" + attempt + ".db");
            ExecutorService openers = Executors.newFixedThreadPool(8);
            List<Future<SqliteLedger>> ledgers =
                    openers.invokeAll(Collections.nCopies(8, () -> SqliteLedger.open(file)));
            openers.shutdown();
            for (Future<SqliteLedger> ledger : ledgers) {
                ledger.get().commit(LedgerEntries.of("a"));
                ledger.get().close();
            }
        }
    }

    private static List<String> printed(Process process) throws Exception {
        try (BufferedReader lines = process.inputReader()) {
            return lines.lines().toList();
        }
    }
}
