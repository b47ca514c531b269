package dev.reflux.activities.student;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What a classifier made of samples whose truth is known.
 *
 * @param samples how many there were
 * @param accuracy share of them labelled right
 * @param macroF1 F1 averaged over the labels that occur, as truth or as answer, each counting the same
 * @param calibrationError expected calibration error: over 15 equal-width bins, confidence's mean distance from accuracy,
 *     weighted by samples (Guo et al. 2017)
 * @param labels one line a label, sorted
 * @param confusions wrong answers, the most frequent first
 * @param bins the reliability diagram; bins without samples are left out
 */
public record Evaluation(
        long samples,
        double accuracy,
        double macroF1,
        double calibrationError,
        List<LabelScore> labels,
        List<Confusion> confusions,
        List<Bin> bins) {

    private static final int BINS = 15;

    /** How one label fared. A ratio over nothing is 0. */
    public record LabelScore(String label, double precision, double recall, double f1, long support) {}

    /** So many samples of one label were given another. */
    public record Confusion(String truth, String answer, long count) {}

    /** Samples whose confidence lies in ({@code from}, {@code to}]; the first bin holds 0 too. */
    public record Bin(double from, double to, long count, double meanConfidence, double accuracy) {}

    /** One answer beside its truth. */
    public record Answer(String truth, String label, double confidence) {

        boolean isRight() {
            return truth.equals(label);
        }
    }

    public Evaluation {
        labels = List.copyOf(labels);
        confusions = List.copyOf(confusions);
        bins = List.copyOf(bins);
    }

    /** Measures answers; all figures are 0 where there are none. */
    public static Evaluation of(List<Answer> answers) {
        long right = answers.stream().filter(Answer::isRight).count();
        List<LabelScore> labels = labelScores(answers);
        List<Bin> bins = bins(answers);
        double calibrationError = 0;
        for (Bin bin : bins) {
            calibrationError += Math.abs(bin.accuracy() - bin.meanConfidence()) * bin.count() / answers.size();
        }
        return new Evaluation(
                answers.size(),
                ratio(right, answers.size()),
                labels.stream().mapToDouble(LabelScore::f1).average().orElse(0),
                calibrationError,
                labels,
                confusions(answers),
                bins);
    }

    private static List<LabelScore> labelScores(List<Answer> answers) {
        Map<String, Long> support = new TreeMap<>();
        Map<String, Long> given = new TreeMap<>();
        Map<String, Long> right = new TreeMap<>();
        for (Answer answer : answers) {
            support.merge(answer.truth(), 1L, Long::sum);
            given.merge(answer.label(), 1L, Long::sum);
            if (answer.isRight()) {
                right.merge(answer.label(), 1L, Long::sum);
            }
        }
        TreeSet<String> names = new TreeSet<>(support.keySet());
        names.addAll(given.keySet());
        List<LabelScore> scores = new ArrayList<>();
        for (String name : names) {
            long correct = right.getOrDefault(name, 0L);
            long answered = given.getOrDefault(name, 0L);
            long held = support.getOrDefault(name, 0L);
            double f1 = ratio(2 * correct, answered + held);
            scores.add(new LabelScore(name, ratio(correct, answered), ratio(correct, held), f1, held));
        }
        return scores;
    }

    private static List<Confusion> confusions(List<Answer> answers) {
        Map<String, Map<String, Long>> counts = new TreeMap<>();
        for (Answer answer : answers) {
            if (!answer.isRight()) {
                counts.computeIfAbsent(answer.truth(), truth -> new TreeMap<>()).merge(answer.label(), 1L, Long::sum);
            }
        }
        List<Confusion> confusions = new ArrayList<>();
        counts.forEach((truth, given) ->
                given.forEach((answer, count) -> confusions.add(new Confusion(truth, answer, count))));
        confusions.sort((one, other) -> Long.compare(other.count(), one.count()));
        return confusions;
    }

    private static List<Bin> bins(List<Answer> answers) {
        long[] count = new long[BINS];
        long[] right = new long[BINS];
        double[] confidence = new double[BINS];
        for (Answer answer : answers) {
            int bin = Math.min(BINS - 1, Math.max(0, (int) Math.ceil(answer.confidence() * BINS) - 1));
            count[bin]++;
            right[bin] += answer.isRight() ? 1 : 0;
            confidence[bin] += answer.confidence();
        }
        List<Bin> bins = new ArrayList<>();
        for (int bin = 0; bin < BINS; bin++) {
            if (count[bin] > 0) {
                bins.add(new Bin(
                        (double) bin / BINS,
                        (double) (bin + 1) / BINS,
                        count[bin],
                        confidence[bin] / count[bin],
                        ratio(right[bin], count[bin])));
            }
        }
        return bins;
    }

    private static double ratio(long part, long whole) {
        return whole == 0 ? 0 : (double) part / whole;
    }
}
