package dev.reflux.worker.progress;

import java.io.PrintWriter;
import java.util.List;

/** Progress in a terminal: one block that is redrawn in place. */
public final class TerminalProgress implements ProgressView {
    private static final String UP_AND_CLEAR = "\u001b[%dF\u001b[J";
    private static final String BOLD = "\u001b[1m%s\u001b[0m";

    private final PrintWriter out;
    private final boolean colour;
    private final Pace pace = new Pace();
    private final ProgressBlock block;
    private int drawn;

    /**
     * @param width columns of the terminal
     * @param colour false where the user wants none; the block is redrawn all the same
     */
    public TerminalProgress(PrintWriter out, int width, boolean colour) {
        this.out = out;
        this.colour = colour;
        this.block = new ProgressBlock(width, pace);
    }

    @Override
    public void show(ProgressFrame frame) {
        pace.see(frame);
        erase();
        List<String> lines = block.lines(frame);
        for (int line = 0; line < lines.size(); line++) {
            out.println(line == 0 && colour ? String.format(BOLD, lines.get(0)) : lines.get(line));
        }
        drawn = lines.size();
        out.flush();
    }

    @Override
    public void say(String line) {
        erase();
        out.println(line);
        out.flush();
    }

    private void erase() {
        if (drawn > 0) {
            out.print(String.format(UP_AND_CLEAR, drawn));
            drawn = 0;
        }
    }

    @Override
    public void finish() {
        erase();
        out.flush();
    }
}
