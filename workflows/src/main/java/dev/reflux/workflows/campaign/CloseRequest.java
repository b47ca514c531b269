package dev.reflux.workflows.campaign;

import dev.reflux.workflows.round.RoundReport;
import java.util.List;

/**
 * Asks for a campaign's summary and report to be written, and for its exports once it is finished.
 *
 * @param state where the campaign stands: {@code running} after a round, {@code finished} at the end
 * @param stopReason why it finished: {@code max-rounds}, {@code target-reached}, {@code no-gain}, {@code operator};
 *     null while it runs
 */
public record CloseRequest(
        String campaign,
        String planFingerprint,
        OpenReport inputs,
        List<RoundReport> rounds,
        String state,
        String stopReason) {

    public CloseRequest {
        rounds = List.copyOf(rounds);
    }
}
