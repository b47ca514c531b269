package dev.reflux.activities.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.reflux.activities.ledger.LedgerEntry.Payer;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SqliteLedgerTest {

    @TempDir
    private Path folder;

    private SqliteLedger ledger;

    @BeforeEach
    void open() {
        ledger = SqliteLedger.open(folder.resolve("new/folder/ledger.db"));
    }

    @AfterEach
    void close() {
        ledger.close();
    }

    @Test
    void findsACommittedCallAsItWas() {
        LedgerEntry entry = LedgerEntries.of("a");

        ledger.commit(entry);

        assertThat(ledger.find(List.of("a"))).isEqualTo(Map.of("a", entry));
    }

    @Test
    void findsNothingForCallsThatWereNeverMade() {
        ledger.commit(LedgerEntries.of("a"));

        assertThat(ledger.find(List.of("b", "c"))).isEmpty();
        assertThat(ledger.find(List.of())).isEmpty();
    }

    @Test
    void keepsTheFirstAnswerOfACallThatIsCommittedTwice() {
        LedgerEntry first = LedgerEntries.of("a", new Payer("first", 1, "pseudo-label"), 0.5);
        ledger.commit(first);

        ledger.commit(LedgerEntries.of("a", new Payer("second", 2, "pseudo-label"), 0.5));

        assertThat(ledger.find(List.of("a"))).containsEntry("a", first);
        assertThat(ledger.spentUsd("second")).isZero();
    }

    @Test
    void findsMoreKeysThanOneQueryTakes() {
        List<LedgerEntry> entries = IntStream.range(0, 1_700)
                .mapToObj(i -> LedgerEntries.of("key-" + i))
                .toList();
        List<String> keys =
                new ArrayList<>(entries.stream().map(LedgerEntry::key).toList());
        keys.addAll(keys);
        Collections.shuffle(keys);

        ledger.commitAll(entries);

        assertThat(ledger.find(keys).values()).containsExactlyInAnyOrderElementsOf(entries);
    }

    @Test
    void survivesClosingAndOpening() {
        ledger.commit(LedgerEntries.of("a"));
        ledger.close();

        open();

        assertThat(ledger.find(List.of("a"))).containsKey("a");
    }

    @Test
    void addsUpWhatACampaignSpent() {
        ledger.commit(LedgerEntries.of("a", new Payer("one", 1, "pseudo-label"), 0.1));
        ledger.commit(LedgerEntries.of("b", new Payer("one", 2, "pseudo-label"), 0.2));
        ledger.commit(LedgerEntries.of("c", new Payer("other", 1, "pseudo-label"), 4));

        assertThat(ledger.spentUsd("one")).isCloseTo(0.3, within(1e-12));
        assertThat(ledger.spentUsd("never-ran")).isZero();
    }

    @Test
    void keepsTheBooksByRoundStageAndModel() {
        ledger.commit(LedgerEntries.of("d", new Payer("one", 10, "judge"), 1));
        ledger.commit(LedgerEntries.of("a", new Payer("one", 2, "pseudo-label"), 0.5));
        ledger.commit(LedgerEntries.of("b", new Payer("one", 2, "pseudo-label"), 0.25));
        ledger.commit(LedgerEntries.of("c", new Payer("one", 2, "judge"), 2));
        ledger.commit(LedgerEntries.of("e", new Payer("other", 2, "judge"), 64));

        assertThat(ledger.books("one"))
                .containsExactly(
                        new BooksLine(2, "judge", "small-model", 1, 100, 40, 7, 2),
                        new BooksLine(2, "pseudo-label", "small-model", 2, 200, 80, 14, 0.75),
                        new BooksLine(10, "judge", "small-model", 1, 100, 40, 7, 1));
    }

    @Test
    void keepsTheBooksOfOneSample() {
        Payer answering = new Payer("one", 1, "answer");
        ledger.commit(LedgerEntries.about("s1", "a", answering, 0.5));
        ledger.commit(LedgerEntries.about("s1", "b", answering, 0.25));
        ledger.commit(LedgerEntries.about("s2", "c", answering, 2));
        ledger.commit(LedgerEntries.about("s1", "d", new Payer("other", 1, "answer"), 4));
        ledger.commit(LedgerEntries.about(null, "e", answering, 8));

        assertThat(ledger.books("one", "s1"))
                .containsExactly(new BooksLine(1, "answer", "small-model", 2, 200, 80, 14, 0.75));
        assertThat(ledger.books("one", "s3")).isEmpty();
    }

    @Test
    void keepsWhatAnOlderVersionPaid() throws SQLException {
        Path file = folder.resolve("old.db");
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = connection.createStatement()) {
            statement.executeUpdate("CREATE TABLE teacher_call (call_key VARCHAR(64) NOT NULL PRIMARY KEY,"
                    + " campaign VARCHAR(100) NOT NULL, round INTEGER NOT NULL, stage VARCHAR(100) NOT NULL,"
                    + " model VARCHAR(200) NOT NULL, input_tokens BIGINT NOT NULL, cached_tokens BIGINT NOT NULL,"
                    + " output_tokens BIGINT NOT NULL, cost_usd DOUBLE PRECISION NOT NULL,"
                    + " latency_millis BIGINT NOT NULL, finished_at VARCHAR(40) NOT NULL, reply TEXT NOT NULL)");
            statement.executeUpdate(
                    "INSERT INTO teacher_call VALUES ('k', 'one', 1, 'answer', 'small-model', 100, 40, 7,"
                            + " 0.5, 350, '2026-11-01T08:00:00Z', '{}')");
        }
        for (int time = 1; time <= 2; time++) {
            try (SqliteLedger upgraded = SqliteLedger.open(file)) {
                assertThat(upgraded.find(List.of("k")).get("k").sample()).isNull();
                upgraded.commit(LedgerEntries.about("s1", "new", new Payer("one", 1, "answer"), 0.25));
                assertThat(upgraded.spentUsd("one")).isEqualTo(0.75);
                assertThat(upgraded.books("one", "s1")).hasSize(1);
            }
        }
    }

    @Test
    void acknowledgesEveryCallOfManyThreads() throws Exception {
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < 32; i++) {
            String prefix = i + "-";
            threads.add(
                    new Thread(() -> IntStream.range(0, 50).forEach(n -> ledger.commit(LedgerEntries.of(prefix + n)))));
        }
        threads.forEach(Thread::start);
        for (Thread thread : threads) {
            thread.join();
        }

        assertThat(ledger.books("support"))
                .singleElement()
                .extracting(BooksLine::calls)
                .isEqualTo(32 * 50L);
    }

    @Test
    void commitsWhatWasPaidThoughTheCallerIsInterrupted() {
        Thread.currentThread().interrupt();

        ledger.commit(LedgerEntries.of("a"));

        assertThat(Thread.interrupted()).isTrue();
        assertThat(ledger.find(List.of("a"))).containsKey("a");
    }

    @Test
    void takesNothingMoreOnceItIsClosed() {
        ledger.close();

        assertThatThrownBy(() -> ledger.commit(LedgerEntries.of("a")))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("closed");
    }
}
