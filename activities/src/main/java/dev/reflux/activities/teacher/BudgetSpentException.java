package dev.reflux.activities.teacher;

/** The next call could pass the campaign's budget, so it was not made. */
public final class BudgetSpentException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public BudgetSpentException(String message) {
        super(message);
    }
}
