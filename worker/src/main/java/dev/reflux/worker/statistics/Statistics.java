package dev.reflux.worker.statistics;

import dev.reflux.activities.report.survey.Diversity;
import dev.reflux.worker.dataset.BadLines.BadLine;
import dev.reflux.worker.statistics.Distribution.Quantiles;
import dev.reflux.worker.statistics.TextLengths.Lengths;
import dev.reflux.worker.statistics.VerdictFigures.Found;
import java.util.List;
import java.util.Map;

/**
 * What a dataset is like.
 *
 * @param counts how many samples there are, and why others are not
 * @param labels the most frequent first
 * @param languages of a part of the texts
 * @param lengths by what is measured: {@code text}, {@code answer}, {@code reasoning}; only what there is
 * @param answers answers of a sample; null where there is no sample
 * @param verdicts by verifier or judge and aspect
 * @param duplicates samples that ask for what a sample before them asks for
 * @param diversity of a part of the texts; null where there is none
 * @param bad parts of the file that are no samples
 */
public record Statistics(
        String dataset,
        Counts counts,
        Labels labels,
        Languages languages,
        Map<String, Lengths> lengths,
        Quantiles answers,
        Map<String, Found> verdicts,
        Duplicates duplicates,
        Diversity diversity,
        Bad bad) {

    /**
     * Samples.
     *
     * @param samples those that the figures are about
     * @param rejected of these, and of those beside them
     * @param reasons why they were rejected, the most frequent first
     */
    public record Counts(long samples, long rejected, Map<String, Long> reasons) {}

    /** @param others samples with labels beyond the first ten thousand different ones */
    public record Labels(long labelled, Map<String, Long> counts, long others) {}

    /**
     * Languages as ISO 639-1 codes, the most frequent first.
     *
     * @param measured texts looked at
     * @param unknown texts whose language is not certain
     */
    public record Languages(long measured, Map<String, Long> counts, long unknown) {}

    /** @param compared samples looked at */
    public record Duplicates(long compared, long duplicates) {}

    /** @param lines the first few */
    public record Bad(long count, List<BadLine> lines) {}
}
