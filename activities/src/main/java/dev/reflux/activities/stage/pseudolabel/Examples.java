package dev.reflux.activities.stage.pseudolabel;

import dev.reflux.activities.shard.Sample;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The seeds that are shown to the teacher, some for each label. Which ones depends on the seeds' ids alone, not on their
 * order; ids come from content, so it is as good as a draw.
 */
final class Examples {

    /** Texts longer than this, in characters, are shown only where a label has no shorter one. */
    private static final int HANDY_LENGTH = 600;

    private static final Comparator<Sample> HANDY_FIRST = Comparator.comparing(
                    (Sample seed) -> seed.text().length() > HANDY_LENGTH)
            .thenComparing(Sample::id);

    private final Map<String, List<Example>> byLabel;
    private final int perLabel;

    private Examples(Map<String, List<Example>> byLabel, int perLabel) {
        this.byLabel = byLabel;
        this.perLabel = perLabel;
    }

    static Examples of(List<Sample> seeds, int perLabel) {
        Map<String, List<Example>> byLabel = new TreeMap<>();
        seeds.stream().sorted(HANDY_FIRST).forEach(seed -> byLabel.computeIfAbsent(
                        seed.label(), label -> new ArrayList<>())
                .add(new Example(seed.id(), seed.text(), seed.label())));
        return new Examples(byLabel, perLabel);
    }

    /** The examples for texts that are no seeds. */
    List<Example> all() {
        return without(null);
    }

    /** The examples for asking about a seed: neither the seed itself nor another of the same text. */
    List<Example> without(Sample seed) {
        return byLabel.values().stream()
                .flatMap(ofLabel -> ofLabel.stream()
                        .filter(example -> seed == null || !isSame(example, seed))
                        .limit(perLabel))
                .toList();
    }

    private static boolean isSame(Example example, Sample seed) {
        return example.id().equals(seed.id())
                || example.text().strip().equalsIgnoreCase(seed.text().strip());
    }
}
