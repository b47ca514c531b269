package dev.reflux.activities.table.parquet;

/** A value that a column cannot hold; says where in its row, the rule, and what was found. */
final class UnholdableException extends Exception {

    UnholdableException(String path, String why) {
        super("field '" + path + "' " + why, null, false, false);
    }
}
