package dev.reflux.activities.report;

import dev.reflux.activities.ledger.BooksLine;
import dev.reflux.activities.shard.CampaignFolder;
import dev.reflux.config.CampaignPlan;
import dev.reflux.workflows.Tally;
import dev.reflux.workflows.campaign.CloseRequest;
import dev.reflux.workflows.round.RoundReport;
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

    double seconds() {
        return rounds().stream().mapToDouble(RoundReport::seconds).sum();
    }
}
