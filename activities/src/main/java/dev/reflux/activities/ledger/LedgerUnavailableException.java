package dev.reflux.activities.ledger;

/** The ledger is locked, full or broken. The operator's move; names the file. No call was made on its account. */
public final class LedgerUnavailableException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public LedgerUnavailableException(String message, Throwable cause) {
        super(message, cause);
    }
}
