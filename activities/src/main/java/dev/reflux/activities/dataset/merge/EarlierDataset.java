package dev.reflux.activities.dataset.merge;

import java.nio.file.Path;
import java.util.function.IntFunction;

/**
 * A dataset that an earlier merge of the same steps left.
 *
 * @param samples all of it, read only where a step has kept nothing of it
 * @param fingerprint by which it is told from every other dataset
 * @param kept where each step, by its number from 1, kept what it noted
 */
public record EarlierDataset(MergeChain.Source samples, String fingerprint, IntFunction<Path> kept) {}
