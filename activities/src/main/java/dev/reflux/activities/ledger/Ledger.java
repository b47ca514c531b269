package dev.reflux.activities.ledger;

import java.util.Collection;
import java.util.List;
import java.util.Map;

/** Every finished teacher call. Safe for many threads, and for several processes on one machine. */
public interface Ledger extends AutoCloseable {

    /**
     * Answers that are already paid for, by call key.
     *
     * @throws LedgerUnavailableException if the ledger cannot be read
     */
    Map<String, LedgerEntry> find(Collection<String> keys);

    /**
     * To be asked before a call is paid for: returns at once, unless the last commit has just failed.
     *
     * @throws LedgerUnavailableException if an answer could most likely not be committed
     */
    void requireReady();

    /**
     * Commits one finished call; durable when this returns. Calls of many threads share a transaction. A key that is
     * there already stays as it is.
     *
     * @throws LedgerUnavailableException if it cannot be committed
     */
    void commit(LedgerEntry entry);

    /** Commits many calls in one transaction; as {@link #commit}. */
    void commitAll(List<LedgerEntry> entries);

    /** US dollars that a campaign has paid in all. */
    double spentUsd(String campaign);

    /** What a campaign paid, by round, stage and model, in that order. */
    List<BooksLine> books(String campaign);

    /**
     * What a campaign paid to ask about one sample alone, likewise. A call that another campaign or sample had paid for
     * before is not there.
     */
    List<BooksLine> books(String campaign, String sample);

    @Override
    void close();
}
