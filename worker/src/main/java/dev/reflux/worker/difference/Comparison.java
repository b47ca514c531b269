package dev.reflux.worker.difference;

import dev.reflux.activities.shard.Sample;
import dev.reflux.activities.shard.TextKey;
import dev.reflux.worker.dataset.BadLines.BadLine;
import dev.reflux.worker.dataset.Dataset;
import dev.reflux.worker.difference.Difference.Shown;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Compares two datasets: samples of one id belong together, of the others those of one normalised text, in their order. Each
 * dataset is read twice.
 */
public final class Comparison {

    private final Dataset first;
    private final Dataset second;
    private final ChangeLog changes;
    private final int examples;
    private final List<Remembered> known = new ArrayList<>();
    private final Map<Long, Integer> byId = new HashMap<>();
    private final BitSet matchedFirst = new BitSet();
    private final BitSet matchedSecond = new BitSet();
    private final Counted labels = new Counted();
    private final Counted reasons = new Counted();
    private final List<BadLine> bad = new ArrayList<>();
    private final List<Shown> onlyInFirst = new ArrayList<>();
    private final List<Shown> onlyInSecond = new ArrayList<>();

    private Comparison(Dataset first, Dataset second, int examples) {
        this.first = first;
        this.second = second;
        this.examples = examples;
        this.changes = new ChangeLog(examples);
    }

    /** @param examples how many samples of each kind are shown */
    public static Difference of(Dataset first, Dataset second, int examples) {
        return new Comparison(first, second, examples).compare();
    }

    private Difference compare() {
        Totals ofFirst = new Totals();
        EachOnce.of(first, (place, sample) -> {
            ofFirst.count(sample);
            count(sample, true);
            known.add(Remembered.of(sample));
            byId.putIfAbsent(TextKey.of(sample.id()), place);
        });
        bad.addAll(first.bad().named());
        Totals ofSecond = new Totals();
        EachOnce.of(second, (place, sample) -> {
            ofSecond.count(sample);
            count(sample, false);
            match(byId.get(TextKey.of(sample.id())), place, sample);
        });
        bad.addAll(second.bad().named());
        matchByText();
        EachOnce.of(first, this::show);
        return new Difference(
                ofFirst.side(first),
                ofSecond.side(second),
                matchedFirst.cardinality(),
                matchedFirst.cardinality() - changes.count(),
                new Difference.Part(known.size() - matchedFirst.cardinality(), onlyInFirst),
                new Difference.Part(ofSecond.all - matchedSecond.cardinality(), onlyInSecond),
                changes.changes(),
                labels.byFrequency(),
                reasons.byFrequency(),
                bad);
    }

    private void count(Sample sample, boolean inFirst) {
        if (sample.label() != null) {
            labels.add(sample.label(), inFirst);
        }
        if (!sample.isAccepted()) {
            reasons.add(String.valueOf(sample.reason()), inFirst);
        }
    }

    /** @param inFirst where its counterpart lies; null where there is none */
    private void match(Integer inFirst, int place, Sample sample) {
        if (inFirst != null && !matchedFirst.get(inFirst)) {
            matchedFirst.set(inFirst);
            matchedSecond.set(place);
            changes.compare(inFirst, known.get(inFirst), sample);
        }
    }

    private void matchByText() {
        Map<Long, Deque<Integer>> byText = new HashMap<>();
        for (int place = 0; place < known.size(); place++) {
            if (!matchedFirst.get(place)) {
                byText.computeIfAbsent(known.get(place).text(), text -> new ArrayDeque<>())
                        .add(place);
            }
        }
        EachOnce.of(second, (place, sample) -> {
            if (!matchedSecond.get(place)) {
                Deque<Integer> alike = byText.get(Remembered.of(sample).text());
                match(alike == null ? null : alike.poll(), place, sample);
                show(matchedSecond.get(place), sample, onlyInSecond);
            }
        });
    }

    private void show(int place, Sample sample) {
        show(matchedFirst.get(place), sample, onlyInFirst);
        changes.show(place, sample);
    }

    private void show(boolean matched, Sample sample, List<Shown> only) {
        if (!matched && only.size() < examples) {
            only.add(Shown.of(sample));
        }
    }

    /** How many samples one side has. */
    private static final class Totals {
        private long all;
        private long rejected;

        void count(Sample sample) {
            all++;
            rejected += sample.isAccepted() ? 0 : 1;
        }

        Difference.Side side(Dataset dataset) {
            return new Difference.Side(
                    dataset.name(), all, rejected, dataset.bad().count());
        }
    }
}
