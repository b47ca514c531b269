package dev.reflux.activities.dataset.merge.deduplicate;

import dev.reflux.activities.dataset.merge.Components;
import dev.reflux.activities.dataset.merge.EqualKeys;
import dev.reflux.activities.shard.Conveyor;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Texts that are compared by one likeness. Traits and band keys lie on disk, 16 bytes in memory remain for each text:
 * candidates are found band by band, and each pair of them not connected yet is compared by its traits.
 */
final class AlikeTexts implements AutoCloseable {

    /** Texts whose band keys are held until they can be written band by band. */
    private static final int BLOCK = 8192;

    private final Likeness likeness;
    private final LongFile traitFile;
    private final LongFile keyFile;
    private final long[][] block;
    private long[] ends = new long[1024];
    private int count;

    /**
     * What is kept of a text.
     *
     * @param keys of its bands; meaningless where it has no traits
     */
    record Signed(long[] traits, long[] keys) {}

    /** @param scratch a folder, not yet there or empty, in which no other likeness has its files */
    AlikeTexts(Likeness likeness, Path scratch) {
        this.likeness = likeness;
        this.block = new long[likeness.bands()][BLOCK];
        this.traitFile = new LongFile(scratch.resolve("traits"));
        this.keyFile = new LongFile(scratch.resolve("bands"));
    }

    Likeness likeness() {
        return likeness;
    }

    /** May be called by several threads at once. */
    Signed sign(long[] traits) {
        return new Signed(traits, traits.length == 0 ? new long[block.length] : likeness.keys(traits));
    }

    void add(Signed text) {
        traitFile.add(text.traits(), 0, text.traits().length);
        if (count == ends.length) {
            ends = Arrays.copyOf(ends, 2 * count);
        }
        ends[count] = traitFile.length();
        for (int band = 0; band < block.length; band++) {
            block[band][count % BLOCK] = text.keys()[band];
        }
        count++;
        if (count % BLOCK == 0) {
            writeBlock();
        }
    }

    /** Joins the places of texts that are alike. Nothing can be added any more. */
    void join(Components components) {
        if (count % BLOCK != 0) {
            writeBlock();
        }
        traitFile.freeze();
        if (likeness.joinAll(count, this::traits, components)) {
            return;
        }
        keyFile.flush();
        try (Conveyor<EqualKeys> bands = Conveyor.wide(keys -> keys.forEachRun(run -> joinRun(run, components)))) {
            for (int band = 0; band < block.length; band++) {
                int next = band;
                bands.put(() -> new EqualKeys(keys(next)));
            }
            bands.finish();
        }
    }

    /** What is kept of a text, once all are joined. */
    long[] traits(int place) {
        return traitFile.slice(start(place), size(place));
    }

    @Override
    public void close() {
        try (traitFile) {
            keyFile.close();
        }
    }

    private void writeBlock() {
        for (long[] band : block) {
            keyFile.add(band, 0, BLOCK);
        }
    }

    private long[] keys(int band) {
        long[] keys = new long[count];
        for (int first = 0; first < count; first += BLOCK) {
            long at = (long) first * block.length + (long) band * BLOCK;
            keyFile.read(at, keys, first, Math.min(count, first + BLOCK));
        }
        return keys;
    }

    /** Only places of different components are compared, and of those only until one pair connects them. */
    private void joinRun(int[] run, Components components) {
        if (run.length == 2 && (size(run[0]) == 0 || components.of(run[0]) == components.of(run[1]))) {
            return;
        }
        Map<Integer, List<Integer>> byComponent = new TreeMap<>();
        for (int place : run) {
            if (size(place) > 0) {
                byComponent
                        .computeIfAbsent(components.of(place), root -> new ArrayList<>())
                        .add(place);
            }
        }
        List<List<Integer>> apart = List.copyOf(byComponent.values());
        for (int one = 1; one < apart.size(); one++) {
            for (int other = 0; other < one; other++) {
                joinIfAlike(apart.get(one), apart.get(other), components);
            }
        }
    }

    private void joinIfAlike(List<Integer> some, List<Integer> others, Components components) {
        for (int one : some) {
            long[] traits = traits(one);
            for (int other : others) {
                if (components.of(one) == components.of(other)) {
                    return;
                }
                if (likeness.mayBeAlike(size(one), size(other)) && likeness.areAlike(traits, traits(other))) {
                    components.join(one, other);
                }
            }
        }
    }

    private int size(int place) {
        return (int) (ends[place] - start(place));
    }

    private long start(int place) {
        return place == 0 ? 0 : ends[place - 1];
    }
}
