package dev.reflux.activities.report.survey;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/** Groups texts by their embeddings with spherical k-means, begun as k-means++ does; the same texts give the same groups. */
public final class Topics {

    private static final int MOST = 8;

    /** Fewer texts to a topic say nothing. */
    private static final int TEXTS_PER_TOPIC = 5;

    private static final int PASSES = 20;
    private static final long RANDOM_SEED = 1;

    private final List<float[]> vectors;
    private final List<float[]> centres = new ArrayList<>();

    private Topics(List<float[]> vectors) {
        this.vectors = vectors;
    }

    /** A group of texts: the one at its centre, and how many there are. */
    public record Topic(String example, int size) {}

    /** The largest first. */
    static List<Topic> of(List<String> texts, List<float[]> vectors) {
        int count = Math.max(1, Math.min(MOST, texts.size() / TEXTS_PER_TOPIC));
        Topics topics = new Topics(vectors);
        topics.begin(count);
        int[] nearest = topics.nearest();
        for (int pass = 0; pass < PASSES; pass++) {
            topics.move(nearest);
            nearest = topics.nearest();
        }
        return topics.named(texts, nearest);
    }

    private void begin(int count) {
        Random random = new Random(RANDOM_SEED);
        centres.add(vectors.get(random.nextInt(vectors.size())));
        while (centres.size() < count) {
            double[] distances = IntStream.range(0, vectors.size())
                    .mapToDouble(at -> Math.max(0, 1 - cosine(at, nearest(at))))
                    .toArray();
            double left = random.nextDouble()
                    * IntStream.range(0, distances.length)
                            .mapToDouble(at -> distances[at])
                            .sum();
            int at = 0;
            while (at < distances.length - 1 && left >= distances[at]) {
                left -= distances[at++];
            }
            centres.add(vectors.get(at));
        }
    }

    private int[] nearest() {
        return IntStream.range(0, vectors.size()).map(this::nearest).toArray();
    }

    private int nearest(int text) {
        int best = 0;
        for (int centre = 1; centre < centres.size(); centre++) {
            best = cosine(text, centre) > cosine(text, best) ? centre : best;
        }
        return best;
    }

    /** Length does not matter, as every text is compared with the same centres: only direction does, so it is made 1. */
    private void move(int[] nearest) {
        for (int centre = 0; centre < centres.size(); centre++) {
            double[] sum = new double[vectors.get(0).length];
            for (int text = 0; text < nearest.length; text++) {
                for (int d = 0; d < sum.length && nearest[text] == centre; d++) {
                    sum[d] += vectors.get(text)[d];
                }
            }
            double length = Math.sqrt(IntStream.range(0, sum.length)
                    .mapToDouble(d -> sum[d] * sum[d])
                    .sum());
            if (length > 0) {
                float[] moved = new float[sum.length];
                IntStream.range(0, sum.length).forEach(d -> moved[d] = (float) (sum[d] / length));
                centres.set(centre, moved);
            }
        }
    }

    private List<Topic> named(List<String> texts, int[] nearest) {
        List<Topic> named = new ArrayList<>();
        for (int centre = 0; centre < centres.size(); centre++) {
            int of = centre;
            int[] members = IntStream.range(0, nearest.length)
                    .filter(text -> nearest[text] == of)
                    .toArray();
            IntStream.of(members)
                    .boxed()
                    .max(Comparator.comparingDouble(text -> cosine(text, of)))
                    .ifPresent(middle -> named.add(new Topic(texts.get(middle), members.length)));
        }
        named.sort(Comparator.comparingInt(Topic::size).reversed().thenComparing(Topic::example));
        return named;
    }

    private double cosine(int text, int centre) {
        float[] one = vectors.get(text);
        float[] other = centres.get(centre);
        double sum = 0;
        for (int d = 0; d < one.length; d++) {
            sum += one[d] * other[d];
        }
        return sum;
    }
}
