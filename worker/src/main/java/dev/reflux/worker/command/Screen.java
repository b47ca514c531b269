package dev.reflux.worker.command;

import dev.reflux.worker.progress.PlainProgress;
import dev.reflux.worker.progress.ProgressView;
import dev.reflux.worker.progress.TerminalProgress;
import java.io.PrintWriter;
import java.util.Map;

/**
 * What progress is shown on. The launcher sets {@code REFLUX_COLUMNS} where stdout is a terminal; Java cannot tell on every
 * version.
 */
final class Screen {
    private static final String COLUMNS = "REFLUX_COLUMNS";
    private static final int NARROWEST = 20;

    private Screen() {}

    static ProgressView of(PrintWriter out, Map<String, String> environment) {
        if (!isTerminal(environment)) {
            return new PlainProgress(out);
        }
        boolean colour = environment.getOrDefault("NO_COLOR", "").isEmpty();
        return new TerminalProgress(out, Integer.parseInt(environment.get(COLUMNS)), colour);
    }

    /** True where a line can be redrawn in place. */
    static boolean isTerminal(Map<String, String> environment) {
        String columns = environment.getOrDefault(COLUMNS, "");
        return columns.matches("[0-9]{1,4}")
                && !"dumb".equals(environment.get("TERM"))
                && Integer.parseInt(columns) >= NARROWEST;
    }
}
