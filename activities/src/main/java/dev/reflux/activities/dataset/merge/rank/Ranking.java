package dev.reflux.activities.dataset.merge.rank;

import java.util.List;

/**
 * What a merge found when it ranked a dataset: the file {@code rounds/NN/merge/N-rank.json}.
 *
 * @param by what was multiplied into the score
 * @param samples that were looked at
 * @param scored those of them that have a score
 * @param kept those that stay
 * @param highest score there is, or null where there is none
 * @param lowest score that stays, or null where none does
 */
public record Ranking(List<String> by, long samples, long scored, long kept, Double highest, Double lowest) {}
