package dev.reflux.activities.report;

import dev.reflux.activities.ledger.BooksLine;
import dev.reflux.activities.report.survey.StudentSheet;
import dev.reflux.activities.shard.CampaignFolder;
import dev.reflux.config.CampaignPlan;
import dev.reflux.workflows.Tally;
import dev.reflux.workflows.campaign.CloseRequest;
import dev.reflux.workflows.round.RoundReport;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A campaign as it stands when its summary and report are written. */
record ClosedCampaign(CloseRequest request, CampaignFolder folder, CampaignPlan plan, List<BooksLine> books) {
    private static final String FINISHED = "finished";

    ClosedCampaign {
        books = List.copyOf(books);
    }

    boolean isFinished() {
        return FINISHED.equals(request.state());
    }

    List<RoundReport> rounds() {
        return request.rounds();
    }

    Optional<RoundReport> lastRound() {
        return rounds().isEmpty() ? Optional.empty() : Optional.of(rounds().get(rounds().size() - 1));
    }

    /** All rounds in one; {@code accepted} is the sum over rounds. */
    Tally total() {
        Tally total = Tally.NONE;
        for (RoundReport round : rounds()) {
            total = total.plus(round.total());
        }
        return total;
    }

    /** Samples that the last round's dataset holds. */
    long datasetSize() {
        return lastRound().map(last -> last.merge().tally().accepted()).orElse(0L);
    }

    /** Samples that a round's dataset holds and that of the round before did not bring along. */
    long gained(RoundReport round) {
        long held = round.merge().tally().accepted();
        if (!plan.addsUp()) {
            return held;
        }
        return rounds().stream()
                .filter(other -> other.round() == round.round() - 1)
                .mapToLong(before -> held - before.merge().tally().accepted())
                .findFirst()
                .orElse(held);
    }

    String name() {
        return request.campaign();
    }

    /** Where the students lie, relative to the workspace. */
    String students() {
        return name() + "/students";
    }

    /** Holdout accuracy of a student trained on the seeds alone, as a round measured it; null where it did not. */
    Double baselineAccuracy(int round) {
        return StudentSheet.read(folder.studentReport(round))
                .map(StudentSheet::baselineAccuracy)
                .orElse(null);
    }

    /** {@link #baselineAccuracy}, round after round. */
    List<Double> baselineAccuracies() {
        List<Double> accuracies = new ArrayList<>();
        rounds().forEach(round -> accuracies.add(baselineAccuracy(round.round())));
        return accuracies;
    }

    /** US dollars that the ledger has booked for this campaign. */
    double paidUsd() {
        return books.stream().mapToDouble(BooksLine::costUsd).sum();
    }

    double seconds() {
        return rounds().stream().mapToDouble(RoundReport::seconds).sum();
    }
}
