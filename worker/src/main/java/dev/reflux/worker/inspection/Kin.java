package dev.reflux.worker.inspection;

import dev.reflux.activities.shard.Sample;
import dev.reflux.worker.inspection.Lineage.Relative;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Finds the samples that one was made from, generation after generation, and those made from it. */
final class Kin {

    /** Deeper than campaigns go; keeps a file of samples that claim to be each other's parents from going round for ever. */
    private static final int MOST_GENERATIONS = 50;

    private final Source source;
    private final Map<String, Relative> children = new LinkedHashMap<>();
    private final List<Relative> ancestors = new ArrayList<>();

    private Kin(Source source) {
        this.source = source;
    }

    static Kin of(Sample sample, Source source) {
        Kin kin = new Kin(source);
        Set<String> known = new LinkedHashSet<>(List.of(sample.id()));
        Set<String> wanted = new LinkedHashSet<>(sample.provenance().parents());
        for (int generation = 1; generation == 1 || !wanted.isEmpty(); generation++) {
            wanted.removeAll(known);
            known.addAll(wanted);
            wanted = kin.read(generation, wanted, sample.id());
            if (generation == MOST_GENERATIONS) {
                break;
            }
        }
        return kin;
    }

    /** One reading; the first looks for children too. */
    private Set<String> read(int generation, Set<String> wanted, String id) {
        Map<String, Relative> found = new LinkedHashMap<>();
        Set<String> next = new LinkedHashSet<>();
        wanted.forEach(parent -> found.put(parent, Relative.unknown(generation, parent)));
        source.read((place, sample) -> {
            if (found.containsKey(sample.id()) && found.get(sample.id()).text() == null) {
                found.put(sample.id(), Relative.of(generation, sample, place.file()));
                next.addAll(sample.provenance().parents());
            }
            if (generation == 1 && sample.provenance().parents().contains(id)) {
                children.put(sample.id(), Relative.of(-1, sample, place.file()));
            }
        });
        ancestors.addAll(found.values());
        return next;
    }

    /** Parents first, then grandparents, and so on. */
    List<Relative> ancestors() {
        return ancestors;
    }

    /** Each as it was last. */
    List<Relative> children() {
        return List.copyOf(children.values());
    }
}
