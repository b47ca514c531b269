package dev.reflux.activities.stage.judge;

import dev.reflux.activities.shard.Sample;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Samples that were made of each other, or of the same one, so that judges may compare them. */
final class Lineages {

    private final Map<String, String> towardsRoot = new TreeMap<>();

    private Lineages() {}

    /** The places of samples, lineage by lineage, in the order of the first of each. */
    static List<List<Integer>> of(List<Sample> samples) {
        Lineages lineages = new Lineages();
        for (Sample sample : samples) {
            sample.provenance().parents().forEach(parent -> lineages.join(sample.id(), parent));
        }
        Map<String, List<Integer>> places = new LinkedHashMap<>();
        for (int at = 0; at < samples.size(); at++) {
            String root = lineages.root(samples.get(at).id());
            places.computeIfAbsent(root, id -> new ArrayList<>()).add(at);
        }
        return List.copyOf(places.values());
    }

    private void join(String one, String other) {
        String root = root(one);
        if (!root.equals(root(other))) {
            towardsRoot.put(root, root(other));
        }
    }

    private String root(String id) {
        String root = id;
        while (towardsRoot.containsKey(root)) {
            root = towardsRoot.get(root);
        }
        return root;
    }
}
