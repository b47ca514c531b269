package dev.reflux.worker.command;

import dev.reflux.activities.report.markup.Figures;
import dev.reflux.worker.difference.Difference;
import dev.reflux.worker.difference.Difference.Both;
import dev.reflux.worker.difference.Difference.Change;
import dev.reflux.worker.difference.Difference.Part;
import dev.reflux.worker.difference.Difference.Shown;
import dev.reflux.worker.progress.TextTable;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What two datasets do not have in common, for people. */
final class DiffText {

    private static final int MOST_SHOWN = 20;
    private static final int LONGEST_NAME = 40;

    /** Characters shown before the first one that differs. */
    private static final int BEFORE = 20;

    private final Page page;

    DiffText(Page page) {
        this.page = page;
    }

    void print(Difference all) {
        side("A", all.first());
        side("B", all.second());
        page.line(
                "%s in both: %s the same, %s changed",
                Figures.count(all.matched()),
                Figures.count(all.same()),
                Figures.count(all.changed().count()));
        only("only in A", all.onlyInFirst());
        only("only in B", all.onlyInSecond());
        changed(all.changed());
        beside("labels", all.labels());
        beside("rejected", all.reasons());
        page.end();
    }

    private void side(String name, Difference.Side side) {
        page.line(
                "%s  %s: %s, %s rejected",
                name, side.dataset(), Figures.of(side.samples(), "sample"), Figures.count(side.rejected()));
    }

    private void only(String heading, Part part) {
        if (part.count() == 0) {
            return;
        }
        page.heading(heading + " " + Figures.count(part.count()));
        for (Shown example : part.examples()) {
            head("", example);
            answers(example, null);
        }
        rest(part.count(), part.examples().size());
    }

    private void changed(Difference.Changes changes) {
        if (changes.count() == 0) {
            return;
        }
        page.heading("changed " + Figures.count(changes.count()));
        changes.kinds().forEach((kind, count) -> page.line("  %-9s %s", kind, Figures.count(count)));
        transitions("labels changed", changes.labels());
        transitions("decisions changed", changes.decisions());
        if (!changes.examples().isEmpty()) {
            page.heading("changes");
        }
        for (Change change : changes.examples()) {
            page.line("  %s", String.join(", ", change.kinds()));
            head("A ", change.first());
            answers(change.first(), change.second());
            head("B ", change.second());
            answers(change.second(), change.first());
        }
        rest(changes.count(), changes.examples().size());
    }

    private void transitions(String heading, Map<String, Long> changes) {
        if (!changes.isEmpty()) {
            page.heading(heading);
            changes.entrySet().stream()
                    .limit(MOST_SHOWN)
                    .forEach(change ->
                            page.start(2, String.format(Locale.ROOT, "%,d × %s", change.getValue(), change.getKey())));
            rest(changes.size(), Math.min(MOST_SHOWN, changes.size()));
        }
    }

    private void head(String side, Shown sample) {
        String label = sample.label() == null ? "" : " [" + sample.label() + "]";
        page.start(4, side + sample.id() + " " + sample.decision() + label + " " + sample.text());
    }

    /** @param other the sample's other state, whose answers are not repeated; null where there is none */
    private void answers(Shown sample, Shown other) {
        for (int number = 0; number < sample.answers().size(); number++) {
            String answer = sample.answers().get(number);
            boolean has = other != null && number < other.answers().size();
            int common = has ? common(answer, other.answers().get(number)) : 0;
            if (!has
                    || common < answer.length()
                    || common < other.answers().get(number).length()) {
                page.start(8, "→ " + from(answer, common));
            }
        }
    }

    /** How many characters at the beginning two texts have in common. */
    private static int common(String one, String other) {
        int most = Math.min(one.length(), other.length());
        int common = 0;
        while (common < most && one.charAt(common) == other.charAt(common)) {
            common++;
        }
        return common;
    }

    /** The text from a little before the place where it becomes another. */
    private static String from(String text, int differs) {
        int start = Math.max(0, differs - BEFORE);
        if (start > 0 && Character.isLowSurrogate(text.charAt(start))) {
            start--;
        }
        return start == 0 ? text : "…" + text.substring(start);
    }

    private void beside(String heading, Map<String, Both> counts) {
        if (counts.isEmpty()) {
            return;
        }
        page.heading(heading);
        TextTable table = new TextTable(List.of("", "A", "B", "B − A"));
        counts.entrySet().stream().limit(MOST_SHOWN).forEach(entry -> {
            Both both = entry.getValue();
            table.add(List.of(
                    Page.shortened(entry.getKey(), LONGEST_NAME),
                    Figures.count(both.first()),
                    Figures.count(both.second()),
                    String.format(Locale.ROOT, "%+,d", both.second() - both.first())));
        });
        page.table(table);
        rest(counts.size(), Math.min(MOST_SHOWN, counts.size()));
    }

    private void rest(long all, long shown) {
        if (all > shown && shown > 0) {
            page.line("    and %s more", Figures.count(all - shown));
        }
    }
}
