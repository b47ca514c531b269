package dev.reflux.activities.stage.rejectionsampling;

import dev.reflux.activities.shard.Answer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.text.similarity.LevenshteinDistance;
import org.apache.commons.text.similarity.SimilarityInput;

/**
 * Which of the answers that pass are kept. Of those that count as the same, and where there are more than may be kept, the
 * better score decides; among equal scores the greater summed edit distance to all others that pass, as in RFT (Yuan et al.
 * 2023), and then the order. The distance is counted in words, so that long solutions can be compared.
 */
final class Choice {

    /** Words of a solution that are compared; the time taken grows with the square. */
    private static final int WORDS = 400;

    private static final LevenshteinDistance DISTANCE = LevenshteinDistance.getDefaultInstance();

    private final List<Answer> passed;
    private final RejectionSamplingSettings settings;
    private final Comparator<Integer> byScore;
    private int[] distances;

    private record Words(List<String> list) implements SimilarityInput<String> {
        @Override
        public String at(int index) {
            return list.get(index);
        }

        @Override
        public int length() {
            return list.size();
        }
    }

    Choice(List<Answer> passed, RejectionSamplingSettings settings) {
        this.passed = passed;
        this.settings = settings;
        List<Double> scores = new ArrayList<>();
        passed.forEach(answer -> scores.add(settings.scoreOf(answer)));
        this.byScore = Comparator.comparing(scores::get, Comparator.nullsLast(Comparator.reverseOrder()));
    }

    /** Those kept: the best first where scores differ, else in their order. */
    List<Answer> kept() {
        Comparator<Integer> preferred =
                byScore.thenComparing(Comparator.comparing(this::distance).reversed());
        List<Integer> kept = representatives(preferred);
        if (kept.size() > settings.limit()) {
            kept = kept.stream()
                    .sorted(preferred.thenComparing(Comparator.naturalOrder()))
                    .limit(settings.limit())
                    .toList();
        }
        return kept.stream()
                .sorted(byScore.thenComparing(Comparator.naturalOrder()))
                .map(passed::get)
                .toList();
    }

    private List<Integer> representatives(Comparator<Integer> preferred) {
        Map<String, Integer> best = new LinkedHashMap<>();
        for (int at = 0; at < passed.size(); at++) {
            String key = settings.distinct() == RejectionSamplingSettings.Sameness.NEVER
                    ? "answer " + at
                    : new Solution(passed.get(at)).key(settings.distinct());
            best.merge(key, at, (old, next) -> preferred.compare(next, old) < 0 ? next : old);
        }
        return List.copyOf(best.values());
    }

    private int distance(int at) {
        if (distances == null) {
            distances = distances();
        }
        return distances[at];
    }

    private int[] distances() {
        List<Words> words = passed.stream()
                .map(answer -> new Solution(answer).words())
                .map(list -> new Words(list.subList(0, Math.min(WORDS, list.size()))))
                .toList();
        int[] sums = new int[words.size()];
        for (int left = 0; left < sums.length; left++) {
            for (int right = left + 1; right < sums.length; right++) {
                int distance = DISTANCE.apply(words.get(left), words.get(right));
                sums[left] += distance;
                sums[right] += distance;
            }
        }
        return sums;
    }
}
