package dev.reflux.workflows.round;

import dev.reflux.workflows.Tally;

/**
 * What a round's merge put into the dataset.
 *
 * @param tally samples in, kept, and rejected by the merge
 * @param acceptedPrecision share of kept samples whose label is the gold one; null where no kept sample has gold
 * @param measured kept samples that have gold
 * @param unsolved pool samples for the next round; null where each round goes over the whole pool
 */
public record MergeReport(Tally tally, Double acceptedPrecision, long measured, Long unsolved) {

    /** Of a round after which the next goes over the whole pool. */
    public MergeReport(Tally tally, Double acceptedPrecision, long measured) {
        this(tally, acceptedPrecision, measured, null);
    }
}
