package dev.reflux.activities.dataset.merge.deduplicate;

import java.util.List;
import java.util.Map;

/**
 * What a merge found to be there several times: the file {@code rounds/NN/merge/N-deduplicate.json}.
 *
 * @param samples that were compared
 * @param kept of these
 * @param reasons samples that go, by each reason that the settings look for
 * @param earlier samples compared that the dataset of the round before brought along
 * @param again new samples that go because one of an earlier round stays
 * @param replaced samples of an earlier round that go because a new one is better
 * @param clusters components of more than one sample
 * @param largest the largest of them, the largest first
 */
public record Duplicates(
        long samples,
        long kept,
        Map<String, Long> reasons,
        long earlier,
        long again,
        long replaced,
        long clusters,
        List<Cluster> largest) {

    /** Clusters that are listed at most. */
    static final int MOST_LISTED = 10;

    public Duplicates {
        largest = List.copyOf(largest);
    }

    /**
     * A component of duplicates.
     *
     * @param kept id of the sample that stays
     * @param samples in it, with the one that stays
     * @param reasons those that go, by reason
     * @param farthest id of one that goes by the widest of these reasons
     */
    public record Cluster(String kept, long samples, Map<String, Long> reasons, String farthest) {}
}
