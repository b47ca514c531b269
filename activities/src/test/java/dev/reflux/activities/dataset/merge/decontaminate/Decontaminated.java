package dev.reflux.activities.dataset.merge.decontaminate;

import dev.reflux.activities.dataset.merge.BenchmarkItem;
import dev.reflux.activities.dataset.merge.MergeGround;
import dev.reflux.activities.dataset.merge.MergePass;
import dev.reflux.activities.dataset.merge.Ruling;
import dev.reflux.activities.shard.Sample;
import dev.reflux.activities.shard.Sample.Decision;
import dev.reflux.activities.shard.Sample.Provenance;
import dev.reflux.config.Benchmark;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What one pass of the step makes of samples.
 *
 * @param dropped file and line of the item that each rejected sample names, by the sample's id
 * @param reasons of the rejected samples, by their ids
 */
record Decontaminated(Map<String, String> dropped, Map<String, String> reasons, Decontamination report) {

    private static final String BY = "decontaminate/";

    /** What the step reads comes from the test, not from this path. */
    private static final List<Benchmark> NAMED = List.of(new Benchmark("b.jsonl", List.of(), Benchmark.Several.APART));

    static DecontaminateSettings preset(Preset preset) {
        return DecontaminateSettings.of(NAMED, preset);
    }

    /** Any n-gram of words, of so many words. */
    static DecontaminateSettings any(int size) {
        return settings(size, Normalisation.WORDS, DecontaminateSettings.Rule.ANY, null);
    }

    static DecontaminateSettings settings(
            int size, Normalisation normalisation, DecontaminateSettings.Rule rule, Double share) {
        return new DecontaminateSettings(
                NAMED, Preset.TULU_3, size, normalisation, rule, share, null, DecontaminateSettings.Of.TEXT, 5, null);
    }

    static Sample sample(String id, String text) {
        Provenance from = new Provenance("pool.jsonl:1", null, null, 0, null);
        return new Sample(id, text, null, null, List.of(), Decision.ACCEPTED, null, from);
    }

    /** Samples whose ids are their places. */
    static List<Sample> samples(List<String> texts) {
        List<Sample> samples = new ArrayList<>();
        texts.forEach(text -> samples.add(sample("id-" + samples.size(), text)));
        return samples;
    }

    /** One benchmark with one text a line. */
    static List<BenchmarkItem> items(String file, List<String> texts) {
        List<BenchmarkItem> items = new ArrayList<>();
        texts.forEach(text -> items.add(new BenchmarkItem(file, items.size() + 1, List.of(text))));
        return items;
    }

    static Decontaminated of(List<Sample> samples, List<BenchmarkItem> benchmarks, DecontaminateSettings settings) {
        return of(samples, settings, new MergeGround(Path.of("none"), benchmarks));
    }

    static Decontaminated of(List<Sample> samples, DecontaminateSettings settings, MergeGround ground) {
        Map<String, String> dropped = new TreeMap<>();
        Map<String, String> reasons = new TreeMap<>();
        try (MergePass pass = new DecontaminateStep().begin(settings, ground)) {
            samples.forEach(pass::see);
            Ruling ruling = pass.rule();
            for (int place = 0; place < samples.size(); place++) {
                Ruling.Rejection rejection = ruling.at(place);
                if (rejection != null) {
                    dropped.put(samples.get(place).id(), rejection.operation().substring(BY.length()));
                    reasons.put(samples.get(place).id(), rejection.reason());
                }
            }
            return new Decontaminated(
                    dropped, reasons, (Decontamination) ruling.findings().orElseThrow());
        }
    }
}
