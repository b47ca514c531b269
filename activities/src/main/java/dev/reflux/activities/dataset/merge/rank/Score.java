package dev.reflux.activities.dataset.merge.rank;

import dev.reflux.activities.reply.Reasons;
import dev.reflux.activities.shard.Sample;
import dev.reflux.activities.shard.Verdict;
import dev.reflux.activities.shard.Verdict.Outcome;
import java.util.List;
import java.util.Optional;

/** The number that samples are ranked by: the product of its factors, as DEITA multiplies quality and complexity. */
final class Score {

    /** Of a sample that lacks a factor: it has no score at all, not a low one. */
    static final double NONE = Double.NaN;

    /** Of a sample whose difficulty says that its instruction does not help. */
    static final double NO_HELP = Double.NEGATIVE_INFINITY;

    private static final String CONFIDENCE = "confidence";
    private static final String LENGTH = "length";

    private final List<String> factors;

    Score(List<String> factors) {
        this.factors = List.copyOf(factors);
    }

    static boolean isKnown(String factor) {
        return factor.equals(CONFIDENCE) || factor.equals(LENGTH) || factor.indexOf('/') > 0;
    }

    /** The product, or {@link #NONE}; {@link #NO_HELP} where the instruction is of no help. */
    double of(Sample sample) {
        double product = 1;
        for (String factor : factors) {
            if (isNoHelp(sample, factor)) {
                return NO_HELP;
            }
            product *= factor(sample, factor);
        }
        return Double.isInfinite(product) ? NONE : product;
    }

    /** An answer that is no likelier for its instruction is not difficult, but none to it (arXiv 2308.12032). */
    private static boolean isNoHelp(Sample sample, String factor) {
        return found(sample, factor)
                .filter(verdict -> Reasons.NO_HELP.equals(verdict.reason()))
                .isPresent();
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

    private static double verdict(Sample sample, String by) {
        return found(sample, by).map(Verdict::score).orElse(NONE);
    }

    /** That on the first answer, or else that on the text alone. */
    private static Optional<Verdict> found(Sample sample, String by) {
        Optional<Verdict> onAnswer = sample.answers().stream()
                .limit(1)
                .flatMap(first -> found(first.verdicts(), by).stream())
                .findFirst();
        return onAnswer.or(() -> found(sample.task().verdicts(), by));
    }

    private static Optional<Verdict> found(List<Verdict> verdicts, String by) {
        return verdicts.stream()
                .filter(verdict ->
                        verdict.by().equals(by) && verdict.score() != null && verdict.outcome() != Outcome.UNDECIDED)
                .reduce((earlier, later) -> later);
    }
}
