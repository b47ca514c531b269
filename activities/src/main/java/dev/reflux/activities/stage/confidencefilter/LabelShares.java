package dev.reflux.activities.stage.confidencefilter;

import dev.reflux.activities.shard.Sample;
import dev.reflux.activities.stage.confidencefilter.FilterPreparation.LabelThreshold;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Finds the share of the most confident of each label; among equally confident ones, the lesser id goes first. */
final class LabelShares {

    private static final Comparator<Ranked> BEST_FIRST =
            Comparator.comparingDouble(Ranked::confidence).reversed().thenComparing(Ranked::id);

    private final Map<String, List<Ranked>> byLabel = new TreeMap<>();

    private record Ranked(double confidence, String id) {}

    void add(Sample sample) {
        byLabel.computeIfAbsent(sample.label(), label -> new ArrayList<>())
                .add(new Ranked(sample.confidence(), sample.id()));
    }

    /** Thresholds that accept a share of each label, rounded up: every label keeps its best. */
    List<LabelThreshold> keeping(double share) {
        List<LabelThreshold> thresholds = new ArrayList<>();
        byLabel.forEach((label, ranked) -> {
            ranked.sort(BEST_FIRST);
            Ranked last = ranked.get((int) Math.ceil(share * ranked.size()) - 1);
            thresholds.add(new LabelThreshold(label, last.confidence(), last.id()));
        });
        return thresholds;
    }

    static boolean accepts(LabelThreshold threshold, Sample sample) {
        int byConfidence = Double.compare(sample.confidence(), threshold.confidence());
        return byConfidence > 0 || byConfidence == 0 && sample.id().compareTo(threshold.id()) <= 0;
    }
}
