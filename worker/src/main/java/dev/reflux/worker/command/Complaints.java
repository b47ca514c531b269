package dev.reflux.worker.command;

import dev.reflux.worker.dataset.BadLines.BadLine;
import java.io.PrintWriter;
import java.util.List;

/** Names on stderr what could not be read of a file. */
final class Complaints {

    private Complaints() {}

    /** @param count of all, of which {@code lines} are the first */
    static void print(PrintWriter err, long count, List<BadLine> lines) {
        for (BadLine line : lines) {
            err.println("reflux: " + line.file() + " line " + line.line() + ": " + line.why());
        }
        if (count > lines.size()) {
            err.printf("reflux: and %,d more%n", count - lines.size());
        }
        err.flush();
    }
}
