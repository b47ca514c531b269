package dev.reflux.activities.card;

import dev.reflux.activities.dataset.MergeFindings;
import dev.reflux.activities.export.ExportedFile;
import dev.reflux.activities.ledger.BooksLine;
import dev.reflux.config.CampaignPlan;
import dev.reflux.config.Card;
import dev.reflux.workflows.campaign.CloseRequest;
import dev.reflux.workflows.round.RoundReport;
import java.util.List;
import java.util.Optional;

/**
 * A finished campaign of at least one round, with what it hands over.
 *
 * @param books what the ledger has booked for it
 * @param files exports that were written
 * @param findings what the last round's merge found
 * @param notice what a reader must know of the teachers before trusting the data
 */
public record CardSubject(
        CloseRequest request,
        CampaignPlan plan,
        List<BooksLine> books,
        List<ExportedFile> files,
        MergeFindings findings,
        Optional<String> notice) {

    public CardSubject {
        books = List.copyOf(books);
        files = List.copyOf(files);
    }

    /** What its author states; nothing where there is no such block. */
    Card stated() {
        return plan.card() == null ? new Card(null, null, List.of(), null, List.of()) : plan.card();
    }

    String title() {
        return stated().name() == null ? plan.campaign() : stated().name();
    }

    RoundReport lastRound() {
        return request.rounds().get(request.rounds().size() - 1);
    }

    /** Samples of its dataset. */
    long size() {
        return lastRound().merge().tally().accepted();
    }
}
