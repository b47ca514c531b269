package dev.reflux.activities.dataset.merge.balance;

import dev.reflux.activities.shard.Sample;
import dev.reflux.activities.shard.TextKey;
import dev.reflux.activities.teacher.embedded.SentenceEncoder;
import dev.reflux.config.EmbeddedModel;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * Topics: clusters of sentence vectors, each number of a vector in one byte, about 400 bytes for a sample. A sample keeps the
 * topic that is written on it; once there are such samples, the others go to the nearest of their topics, so that no round
 * changes what a topic is.
 */
final class TopicGroups implements Grouping {

    private static final String TOPIC = "topic/";

    /** Samples that are encoded at once, on all processors. */
    private static final int BATCH = 1024;

    /** Samples that topics are found among: more would find the same ones, later. */
    private static final int FITTED = 20_000;

    private static final int UNKNOWN = -1;

    private final int wanted;
    private final SentenceEncoder encoder = SentenceEncoder.of(EmbeddedModel.ALL_MINILM_L6_V2);
    private final List<Seen> batch = new ArrayList<>();
    private final List<Placed> known = new ArrayList<>();
    private final List<Placed> unknown = new ArrayList<>();
    private final Map<Integer, long[]> sums = new TreeMap<>();
    private final Map<String, Midmost> midmost = new TreeMap<>();
    private int[] topics = new int[1024];
    private int seen;

    private record Seen(int place, String text, long draw) {}

    private record Placed(int place, long draw, byte[] vector) {}

    /** @param cosine with the direction of its cluster */
    private record Midmost(Placed placed, double cosine) {

        /** Of equally close ones that with the lower draw, whatever the order they are seen in. */
        private Midmost closer(Midmost other) {
            int byCosine = Double.compare(cosine, other.cosine);
            boolean isCloser = byCosine == 0 ? placed.draw() <= other.placed.draw() : byCosine > 0;
            return isCloser ? this : other;
        }
    }

    /** @param wanted topics, at most */
    TopicGroups(int wanted) {
        this.wanted = wanted;
    }

    @Override
    public void see(Sample sample) {
        if (seen == topics.length) {
            topics = Arrays.copyOf(topics, 2 * seen);
        }
        topics[seen] = written(sample);
        batch.add(new Seen(seen++, sample.text(), TextKey.of(sample.id())));
        if (batch.size() == BATCH) {
            encode();
        }
    }

    @Override
    public void end() {
        encode();
        if (unknown.isEmpty() && known.isEmpty()) {
            return;
        }
        Clusters clusters = sums.isEmpty() ? Clusters.among(firstDrawn(), wanted) : Clusters.of(sums);
        int[] nearest = unknown.parallelStream()
                .mapToInt(placed -> clusters.nearest(placed.vector()))
                .toArray();
        for (int i = 0; i < nearest.length; i++) {
            topics[unknown.get(i).place()] = nearest[i];
        }
        known.forEach(placed -> compare(placed, clusters));
        unknown.forEach(placed -> compare(placed, clusters));
        known.clear();
        unknown.clear();
    }

    private void compare(Placed placed, Clusters clusters) {
        double cosine = clusters.cosine(topics[placed.place()], placed.vector());
        midmost.merge(of(placed.place()), new Midmost(placed, cosine), Midmost::closer);
    }

    @Override
    public String of(int place) {
        return "topic-" + topics[place];
    }

    /** The one nearest to the centre. */
    @Override
    public OptionalInt example(String group) {
        Midmost found = midmost.get(group);
        return found == null
                ? OptionalInt.empty()
                : OptionalInt.of(found.placed().place());
    }

    @Override
    public Sample kept(int place, Sample sample) {
        return written(sample) == UNKNOWN ? sample.from(sample.provenance().after(TOPIC + topics[place])) : sample;
    }

    private static int written(Sample sample) {
        List<String> operations = sample.provenance().operations();
        for (int last = operations.size() - 1; last >= 0; last--) {
            if (operations.get(last).startsWith(TOPIC)) {
                return Integer.parseInt(operations.get(last).substring(TOPIC.length()));
            }
        }
        return UNKNOWN;
    }

    private void encode() {
        List<Placed> encoded = batch.parallelStream()
                .map(next -> new Placed(next.place(), next.draw(), Clusters.rounded(encoder.encode(next.text()))))
                .toList();
        for (Placed placed : encoded) {
            if (topics[placed.place()] == UNKNOWN) {
                unknown.add(placed);
            } else {
                known.add(placed);
                long[] sum =
                        sums.computeIfAbsent(topics[placed.place()], topic -> new long[SentenceEncoder.DIMENSIONS]);
                IntStream.range(0, sum.length).forEach(d -> sum[d] += placed.vector()[d]);
            }
        }
        batch.clear();
    }

    /** In an order that the samples' own order does not change. */
    private List<byte[]> firstDrawn() {
        return unknown.stream()
                .sorted(Comparator.comparingLong(Placed::draw))
                .limit(FITTED)
                .map(Placed::vector)
                .toList();
    }
}
