package dev.reflux.activities.dataset.merge.split;

import java.util.Map;

/**
 * What came out of a split: the file {@code rounds/NN/merge/N-split.json}.
 *
 * @param samples by part
 * @param labels samples by part and label
 * @param straddling new samples that were rejected because they connect samples of several parts
 * @param groups by part: sets of samples that belong together
 * @param wanted samples that the settings ask for, by part; null in a file of an earlier release
 */
public record Division(
        Map<String, Long> samples,
        Map<String, Map<String, Long>> labels,
        long straddling,
        Map<String, Long> groups,
        Map<String, Long> wanted) {}
