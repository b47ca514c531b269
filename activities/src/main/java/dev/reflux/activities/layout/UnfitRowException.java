package dev.reflux.activities.layout;

/** A row is not what its layout demands, or the new layout cannot hold it; the message says which and the remedy. */
public final class UnfitRowException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    UnfitRowException(String message) {
        super(message, null, false, false);
    }

    /** Where a column must be something else. */
    static UnfitRowException at(String column, String rule, Object got) {
        String shown = String.valueOf(got);
        return new UnfitRowException(column + " must be " + rule + ", got "
                + (shown.length() > 80 ? shown.substring(0, 77) + "..." : shown));
    }
}
