package dev.reflux.activities.dataset.merge.resolve;

import java.util.Map;

/**
 * What came of conflicts: the file {@code rounds/NN/merge/N-resolve.json}.
 *
 * @param conflicts prompts to which different things were said
 * @param samples those of all conflicts
 * @param outcomes samples by the reason for which they go, and by {@code kept} or, of the one that a pair is made of,
 *     {@code chosen}
 */
public record Resolution(long conflicts, long samples, Map<String, Long> outcomes) {}
