package dev.reflux.worker.progress;

import static org.assertj.core.api.Assertions.assertThat;

import dev.reflux.workflows.Tally;
import dev.reflux.workflows.campaign.CampaignProgress;
import dev.reflux.workflows.campaign.CampaignProgress.State;
import dev.reflux.workflows.round.MergeReport;
import dev.reflux.workflows.round.RoundProgress;
import dev.reflux.workflows.round.RoundProgress.Phase;
import dev.reflux.workflows.round.RoundReport;
import dev.reflux.workflows.round.RoundReport.StageTally;
import dev.reflux.workflows.round.StudentReport;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class ProgressViewTest {
    private final StringWriter written = new StringWriter();
    private final PrintWriter out = new PrintWriter(written);

    private static ProgressFrame frame(State state, Phase phase, int shardsDone, long millis) {
        long labelled = 250L * shardsDone;
        long kept = labelled * 4 / 5;
        List<StageTally> stages = List.of(
                new StageTally(
                        "pseudo-label",
                        new Tally(labelled, labelled, Map.of(), labelled, 12, 0, 0, 0, 0.01 * shardsDone, 9)),
                new StageTally(
                        "confidence-filter",
                        new Tally(labelled, kept, Map.of("below-threshold", labelled - kept), 0, 0, 0, 0, 0, 0, 9)));
        CampaignProgress campaign = new CampaignProgress(state, null, 1, List.of(), 25.0);
        return new ProgressFrame(
                "support", 4, campaign, new RoundProgress(1, 40, shardsDone, phase, stages, null), millis);
    }

    private static ProgressFrame opening(long millis) {
        return new ProgressFrame(
                "support", 4, new CampaignProgress(State.OPENING, null, 0, List.of(), null), null, millis);
    }

    private void showAll(ProgressView view) {
        view.show(opening(0));
        view.show(frame(State.RUNNING, Phase.PREPARING, 0, 1_000));
        view.show(frame(State.RUNNING, Phase.STAGES, 0, 1_500));
        view.show(frame(State.RUNNING, Phase.STAGES, 2, 4_000));
        view.show(frame(State.RUNNING, Phase.STAGES, 10, 21_500));
        view.show(frame(State.RUNNING, Phase.STAGES, 10, 30_000));
        view.say("pseudo-label is tried again (attempt 2): the teacher is busy");
        view.show(frame(State.PAUSED, Phase.STAGES, 10, 31_000));
        view.show(frame(State.RUNNING, Phase.MERGING, 40, 3_700_000));
        view.finish();
    }

    private void assertGolden(String name) throws IOException {
        try (InputStream golden = ProgressViewTest.class.getResourceAsStream(name)) {
            assertThat(written.toString().replace("\u001b", "<ESC>"))
                    .isEqualTo(new String(golden.readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    @Test
    void speaksInAPipeWhenSomethingChangesAndOtherwiseSeldom() throws IOException {
        showAll(new PlainProgress(out));
        assertGolden("plain.txt");
    }

    @Test
    void redrawsOneBlockInATerminal() throws IOException {
        showAll(new TerminalProgress(out, 80, true));
        assertGolden("terminal.txt");
    }

    @Test
    void neverWrapsALineAndUsesNoColourWhereNoneIsWanted() {
        showAll(new TerminalProgress(out, 30, false));
        assertThat(written.toString()).doesNotContain("\u001b[1m");
        assertThat(written.toString().lines().map(line -> line.replaceAll("\u001b\\[[0-9]*[A-Z]", "")))
                .filteredOn(line -> !line.startsWith("pseudo-label is"))
                .allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(30));
    }

    @Test
    void tabulatesRoundsWithWhatWasRejectedAndWhy() throws IOException {
        RoundReport report = new RoundReport(
                1,
                10_000,
                frame(State.RUNNING, Phase.TRAINING, 40, 0).stages(),
                new MergeReport(new Tally(8_000, 7_990, Map.of("duplicate", 10L), 0, 0, 0, 0, 0, 0, 1), 0.9651, 100),
                new StudentReport(8_100, 0.8712, 0.86, 0.02),
                725.4);
        RoundRow first = RoundRow.of(report);
        RoundRow second = new RoundRow(2, Tally.NONE, null, null, 0.5, 0.2);
        CampaignTable.lines(List.of(first, second)).forEach(out::println);
        StageTable.lines(frame(State.RUNNING, Phase.STAGES, 10, 0).round()).forEach(out::println);
        assertGolden("tables.txt");
    }
}
