package dev.reflux.activities.report;

import dev.reflux.activities.dataset.MergeFindings.Found;
import dev.reflux.activities.dataset.merge.resolve.Resolution;
import dev.reflux.activities.dataset.merge.resolve.ResolveSettings;
import dev.reflux.activities.report.markup.Figures;
import dev.reflux.activities.report.markup.Markup;
import dev.reflux.activities.report.markup.Table;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What became of samples that said different things to one prompt. */
final class ConflictsSection {
    private static final String KEPT = "kept";
    private static final String CHOSEN = "chosen";

    /** Outcomes in the order they are shown in, and what they mean. */
    private static final Map<String, String> MEANINGS = new LinkedHashMap<>();

    static {
        MEANINGS.put(KEPT, "stays: says what was found best");
        MEANINGS.put(CHOSEN, "stays as a preference pair with the one it beat");
        MEANINGS.put("paired", "its answer is the rejected one of a pair");
        MEANINGS.put("outscored", "is neither best nor worst, so in no pair");
        MEANINGS.put("less-confident", "another was surer");
        MEANINGS.put("outvoted", "more said otherwise");
        MEANINGS.put("tied", "nothing told which is better, so none stays");
        MEANINGS.put("conflicting", "of a conflict none was to stay");
    }

    private ConflictsSection() {}

    static Markup of(List<Found<ResolveSettings, Resolution>> steps) {
        Markup section = ReportSection.titled(
                "conflicts",
                "Where samples disagreed",
                "Prompts of the last round to which different things were said, and what became of their samples.");
        for (Found<ResolveSettings, Resolution> step : steps) {
            section.add(ReportSection.figure(title(step.settings()), outcomes(step.findings()), note(step)));
        }
        return section;
    }

    private static String title(ResolveSettings settings) {
        String score = settings.by() == null ? "confidence" : settings.by();
        return switch (settings.keep()) {
            case CONFIDENCE -> "Kept by " + score;
            case VOTE -> "Kept by vote";
            case PAIR -> "Made into pairs by " + score;
            case REJECT_ALL -> "None kept";
        };
    }

    private static String note(Found<ResolveSettings, Resolution> step) {
        Resolution found = step.findings();
        if (found.conflicts() == 0) {
            return "";
        }
        String prompts = Figures.of(found.conflicts(), "prompt") + " with different answers, "
                + Figures.of(found.samples(), "sample") + " in all.";
        long pairs = found.outcomes().getOrDefault(CHOSEN, 0L);
        return step.settings().keep() == ResolveSettings.Keep.PAIR
                ? prompts + " " + Figures.of(pairs, "pair") + " came of them."
                : prompts;
    }

    private static Markup outcomes(Resolution found) {
        if (found.outcomes().isEmpty()) {
            return Markup.text("p", "No two samples said different things to one prompt.")
                    .as("empty");
        }
        Table table =
                Table.of("became", "share of these samples", "which means").figures("samples");
        MEANINGS.forEach((outcome, meaning) -> {
            long samples = found.outcomes().getOrDefault(outcome, 0L);
            if (samples > 0) {
                boolean stays = outcome.equals(KEPT) || outcome.equals(CHOSEN);
                Markup bar = ReportSection.bar(found.samples(), stays ? "accepted" : "rejected", samples, "", 0);
                table.row(
                        List.of(ReportSection.rowTitle(outcome), Markup.of("td", bar), Markup.text("td", meaning)),
                        Figures.count(samples));
            }
        });
        return table.markup();
    }
}
