package dev.reflux.activities.teacher;

import dev.reflux.activities.ledger.BooksLine;
import dev.reflux.activities.ledger.Ledger;
import dev.reflux.activities.ledger.LedgerEntry;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A ledger that forgets at the end, and counts commits. */
public final class InMemoryLedger implements Ledger {

    private final Map<String, LedgerEntry> entries = new TreeMap<>();
    private final Runnable disk;
    private int commits;

    public InMemoryLedger() {
        this(() -> {});
    }

    /** @param disk run before each commit, by its caller */
    public InMemoryLedger(Runnable disk) {
        this.disk = disk;
    }

    @Override
    public void requireReady() {}

    @Override
    public synchronized Map<String, LedgerEntry> find(Collection<String> keys) {
        Map<String, LedgerEntry> found = new TreeMap<>();
        for (String key : keys) {
            if (entries.containsKey(key)) {
                found.put(key, entries.get(key));
            }
        }
        return found;
    }

    @Override
    public void commit(LedgerEntry entry) {
        disk.run();
        write(entry);
    }

    private synchronized void write(LedgerEntry entry) {
        commits++;
        entries.putIfAbsent(entry.key(), entry);
    }

    @Override
    public void commitAll(List<LedgerEntry> batch) {
        batch.forEach(this::commit);
    }

    @Override
    public synchronized double spentUsd(String campaign) {
        return entries.values().stream()
                .filter(entry -> entry.payer().campaign().equals(campaign))
                .mapToDouble(LedgerEntry::costUsd)
                .sum();
    }

    @Override
    public List<BooksLine> books(String campaign) {
        throw new UnsupportedOperationException("Desks do not read the books");
    }

    @Override
    public List<BooksLine> books(String campaign, String sample) {
        throw new UnsupportedOperationException("Desks do not read the books");
    }

    @Override
    public void close() {}

    /** Commits, of keys that were there already too. */
    public synchronized int commits() {
        return commits;
    }

    public synchronized List<LedgerEntry> entries() {
        return List.copyOf(entries.values());
    }
}
