package dev.reflux.worker.dataset;

/** A row cannot be taken for a sample; says the rule, what was found and what to do. */
final class UnreadableRowException extends Exception {

    private static final long serialVersionUID = 1L;

    UnreadableRowException(String message) {
        super(message, null, false, false);
    }
}
