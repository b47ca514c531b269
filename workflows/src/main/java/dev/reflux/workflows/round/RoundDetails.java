package dev.reflux.workflows.round;

import dev.reflux.workflows.Tally;
import dev.reflux.workflows.round.RoundReport.StageTally;
import java.util.Locale;
import java.util.Map;

/** The round as a few lines of Markdown for the Temporal UI: at most 4 KB, since the UI carries them in a URL. */
final class RoundDetails {

    private static final int LONGEST = 4_000;
    private static final int REASONS_SHOWN = 3;

    private RoundDetails() {}

    static String of(RoundProgress progress, RoundRequest request, double seconds) {
        StringBuilder text = new StringBuilder();
        text.append(String.format(
                Locale.ROOT,
                "**Round %d of %s** · %s · %d of %d shards · %.0f s\n\n",
                progress.round(),
                request.campaign(),
                progress.phase().name().toLowerCase(Locale.ROOT),
                progress.shardsDone(),
                progress.shards(),
                seconds));
        if (progress.problem() != null) {
            text.append("**Holding:** ").append(progress.problem()).append("\n\n");
        }
        text.append(
                "| stage | in | accepted | rejected | calls | ledger hits | USD |\n|---|--:|--:|---|--:|--:|--:|\n");
        progress.stages().forEach(stage -> text.append(row(stage)));
        return text.length() <= LONGEST ? text.toString() : text.substring(0, LONGEST);
    }

    private static String row(StageTally stage) {
        Tally tally = stage.tally();
        return String.format(
                Locale.ROOT,
                "| %s | %d | %d | %s | %d | %d | %.4f |\n",
                stage.stage(),
                tally.input(),
                tally.accepted(),
                reasons(tally),
                tally.teacherCalls(),
                tally.ledgerHits(),
                tally.costUsd());
    }

    private static String reasons(Tally tally) {
        StringBuilder text = new StringBuilder();
        tally.rejected().entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue().reversed().thenComparing(Map.Entry.comparingByKey()))
                .limit(REASONS_SHOWN)
                .forEach(reason -> text.append(text.isEmpty() ? "" : ", ")
                        .append(reason.getKey())
                        .append(' ')
                        .append(reason.getValue()));
        return text.toString();
    }
}
