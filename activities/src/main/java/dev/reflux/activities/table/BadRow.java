package dev.reflux.activities.table;

import java.nio.file.Path;

/**
 * A part of a file that is no row.
 *
 * @param line where it starts, from 1
 * @param why the rule it breaks and what was found, such as {@code must hold JSON, got {"text": "tw}
 * @param remedy what to do about it
 */
public record BadRow(Path file, long line, String why, String remedy) {

    @Override
    public String toString() {
        return file + " line " + line + " " + why + "; " + remedy;
    }
}
