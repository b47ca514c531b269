package dev.reflux.activities.dataset.merge.deduplicate;

import dev.reflux.activities.dataset.merge.MergeGround;
import dev.reflux.activities.dataset.merge.MergePass;
import dev.reflux.activities.dataset.merge.Ruling;
import dev.reflux.activities.dataset.merge.deduplicate.DeduplicateSettings.Over;
import dev.reflux.activities.dataset.merge.deduplicate.MinHashSettings.Unit;
import dev.reflux.activities.shard.Sample;
import dev.reflux.activities.shard.Sample.Decision;
import dev.reflux.activities.shard.Sample.Provenance;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What one pass of the step makes of samples.
 *
 * @param clusters ids of each component with more than one sample, by its survivor
 * @param reasons of those that go, by id
 * @param found what it leaves behind
 */
record Deduplicated(
        Set<String> survivors, Map<String, Set<String>> clusters, Map<String, String> reasons, Duplicates found) {

    private static final String KEPT = "deduplicate/kept-";

    static final DeduplicateSettings EXACT = new DeduplicateSettings(Over.TEXT, null, null);

    static DeduplicateSettings near(double threshold, Unit unit, int size) {
        return new DeduplicateSettings(Over.TEXT, new MinHashSettings(threshold, unit, size, 112, null), null);
    }

    static Sample sample(String id, String text) {
        Provenance from = new Provenance("pool.jsonl:1", null, null, 0, null);
        return new Sample(id, text, null, null, List.of(), Decision.ACCEPTED, null, from);
    }

    static Deduplicated of(List<Sample> samples, DeduplicateSettings settings, Path scratch) {
        Set<String> survivors = new TreeSet<>();
        Map<String, Set<String>> clusters = new TreeMap<>();
        Map<String, String> reasons = new TreeMap<>();
        try (MergePass pass = new DeduplicateStep().begin(settings, MergeGround.of(scratch))) {
            samples.forEach(pass::see);
            Ruling ruling = pass.rule();
            for (int place = 0; place < samples.size(); place++) {
                String id = samples.get(place).id();
                Ruling.Rejection rejection = ruling.at(place);
                if (rejection == null) {
                    survivors.add(id);
                    continue;
                }
                String survivor = rejection.operation().substring(KEPT.length());
                clusters.computeIfAbsent(survivor, alone -> new TreeSet<>(Set.of(survivor)))
                        .add(id);
                reasons.put(id, rejection.reason());
            }
            Duplicates found = (Duplicates) ruling.findings().orElseThrow();
            return new Deduplicated(survivors, clusters, reasons, found);
        }
    }
}
