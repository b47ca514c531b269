package dev.reflux.worker.command;

import java.io.PrintWriter;
import java.util.Map;

/** In a terminal one line that counts samples, redrawn in place and gone at the end; elsewhere nothing. */
final class CountLine implements AutoCloseable {

    private static final long INTERVAL_NANOS = 200_000_000L;
    private static final String CLEAR = "\r\u001b[K";

    private final PrintWriter out;
    private final String step;
    private final long begun = System.nanoTime();
    private long drawn = begun;

    private CountLine(PrintWriter out, String step) {
        this.out = out;
        this.step = step;
    }

    static CountLine on(PrintWriter out, String step, Map<String, String> environment) {
        return new CountLine(Screen.isTerminal(environment) ? out : null, step);
    }

    /** Takes note that so many samples are done; a few times a second at most it is shown. */
    synchronized void show(long samples) {
        long now = System.nanoTime();
        if (out != null && now - drawn >= INTERVAL_NANOS) {
            drawn = now;
            out.printf("%s%s: %,d samples, %,d s", CLEAR, step, samples, (now - begun) / 1_000_000_000L);
            out.flush();
        }
    }

    @Override
    public void close() {
        if (drawn != begun) {
            out.print(CLEAR);
            out.flush();
        }
    }
}
