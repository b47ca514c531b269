package dev.reflux.activities.dataset.merge.rank;

import dev.reflux.activities.shard.Answer;
import dev.reflux.activities.shard.Sample;
import dev.reflux.activities.shard.Verdict;
import dev.reflux.activities.shard.Verdict.Outcome;
import java.util.List;

/** The number that samples are ranked by: the product of its factors, as DEITA multiplies quality and complexity. */
final class Score {

    /** Of a sample that lacks a factor: it has no score at all, not a low one. */
    static final double NONE = Double.NaN;

    private static final String CONFIDENCE = "confidence";
    private static final String LENGTH = "length";

    private final List<String> factors;

    Score(List<String> factors) {
        this.factors = List.copyOf(factors);
    }

    static boolean isKnown(String factor) {
        return factor.equals(CONFIDENCE) || factor.equals(LENGTH) || factor.indexOf('/') > 0;
    }

    /** The product, or {@link #NONE}. */
    double of(Sample sample) {
        double product = 1;
        for (String factor : factors) {
            product *= factor(sample, factor);
        }
        return Double.isInfinite(product) ? NONE : product;
    }

    private static double factor(Sample sample, String factor) {
        return switch (factor) {
            case CONFIDENCE -> sample.confidence() == null ? NONE : sample.confidence();
            case LENGTH -> length(said(sample));
            default -> verdict(sample, factor);
        };
    }

    private static String said(Sample sample) {
        return sample.answers().isEmpty()
                ? sample.text()
                : sample.answers().get(0).text();
    }

    private static double length(String text) {
        return text.codePointCount(0, text.length());
    }

    /** That on the first answer, or else that on the text alone. */
    private static double verdict(Sample sample, String by) {
        for (Answer first :
                sample.answers().subList(0, Math.min(1, sample.answers().size()))) {
            double score = verdict(first.verdicts(), by);
            if (!Double.isNaN(score)) {
                return score;
            }
        }
        return verdict(sample.task().verdicts(), by);
    }

    private static double verdict(List<Verdict> verdicts, String by) {
        return verdicts.stream()
                .filter(verdict ->
                        verdict.by().equals(by) && verdict.score() != null && verdict.outcome() != Outcome.UNDECIDED)
                .mapToDouble(Verdict::score)
                .reduce((earlier, later) -> later)
                .orElse(NONE);
    }
}
