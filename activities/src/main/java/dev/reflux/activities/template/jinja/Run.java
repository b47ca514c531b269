package dev.reflux.activities.template.jinja;

import dev.reflux.activities.template.python.Allowance;
import dev.reflux.activities.template.python.TemplateFailure;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;

/** One rendering: its text so far, what it may still do, and which of its characters a generation block made. */
final class Run {

    /** Characters of a rendered text. */
    private static final int LONGEST = 1 << 26;

    private final StringBuilder text = new StringBuilder();
    private final Allowance allowance = new Allowance();
    private final List<int[]> generated = new ArrayList<>();
    private final LocalDateTime now;
    private boolean misplaced;

    Run(LocalDateTime now) {
        this.now = now;
    }

    StringBuilder text() {
        return text;
    }

    Allowance allowance() {
        return allowance;
    }

    LocalDateTime now() {
        return now;
    }

    void write(String written, StringBuilder out) {
        if (out.length() + (long) written.length() > LONGEST) {
            throw new TemplateFailure("a rendered text must have at most " + LONGEST + " characters, and has more");
        }
        out.append(written);
    }

    /** Notes what a generation block made; its place is not known where it was written into a variable. */
    void generated(StringBuilder out, int start) {
        if (out == text) {
            generated.add(new int[] {start, out.length()});
        } else {
            misplaced = true;
        }
    }

    Output output() {
        return new Output(text.toString(), List.copyOf(generated), misplaced);
    }
}
