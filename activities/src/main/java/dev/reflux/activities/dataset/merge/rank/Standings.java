package dev.reflux.activities.dataset.merge.rank;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

/** What is remembered of each sample to rank it, about a hundred bytes. */
final class Standings {

    private final List<String> ids = new ArrayList<>();
    private final BitSet keptBefore = new BitSet();
    private double[] scores = new double[1024];
    private int[] groups = new int[1024];

    /** @param wasKept whether the same ranking let it stay before */
    void add(String id, double score, int group, boolean wasKept) {
        int place = ids.size();
        if (place == scores.length) {
            scores = Arrays.copyOf(scores, 2 * place);
            groups = Arrays.copyOf(groups, 2 * place);
        }
        ids.add(id);
        scores[place] = score;
        groups[place] = group;
        keptBefore.set(place, wasKept);
    }

    int count() {
        return ids.size();
    }

    String id(int place) {
        return ids.get(place);
    }

    double score(int place) {
        return scores[place];
    }

    int group(int place) {
        return groups[place];
    }

    boolean wasKept(int place) {
        return keptBefore.get(place);
    }

    long scored() {
        return withScore().count();
    }

    /** Null where no sample has a score. */
    Double highest() {
        OptionalDouble highest = withScore().mapToDouble(this::score).max();
        return highest.isPresent() ? highest.getAsDouble() : null;
    }

    /** Places of the samples that have a score, the best first; of equal ones the lower id. */
    int[] ranked() {
        return withScore()
                .boxed()
                .sorted(Comparator.<Integer>comparingDouble(place -> -scores[place])
                        .thenComparing(ids::get)
                        .thenComparing(place -> place))
                .mapToInt(Integer::intValue)
                .toArray();
    }

    /** A share of the scored samples, rounded up; those kept before count whole, so that survivors are not cut again. */
    int portion(double share) {
        long before = withScore().filter(this::wasKept).count();
        return Math.toIntExact(before + (long) Math.ceil(share * (scored() - before)));
    }

    private IntStream withScore() {
        return IntStream.range(0, count()).filter(place -> Double.isFinite(scores[place]));
    }
}
