package dev.reflux.activities.dataset.merge.deduplicate;

import dev.reflux.activities.dataset.merge.Components;
import dev.reflux.activities.dataset.merge.EqualKeys;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Texts whose shingles overlap enough. Shingles and band keys lie on disk, 16 bytes in memory remain for each text: candidates
 * are found band by band, and each pair of them not connected yet is compared by its shingles.
 */
final class NearDuplicates implements AutoCloseable {

    /** Texts whose band keys are held until they can be written band by band. */
    private static final int BLOCK = 8192;

    private final double threshold;
    private final Shingles shingles;
    private final Signature signature;
    private final ScratchFile shingleFile;
    private final ScratchFile keyFile;
    private final long[][] block;
    private long[] ends = new long[1024];
    private int count;
    private int held = -1;
    private long[] heldShingles;

    /**
     * What is kept of a text.
     *
     * @param keys of its bands
     */
    record Signed(long[] shingles, long[] keys) {}

    NearDuplicates(MinHashSettings settings, Path scratch) {
        this.threshold = settings.threshold();
        this.shingles = new Shingles(settings.shingle(), settings.size());
        this.signature = new Signature(settings.cut());
        this.block = new long[settings.cut().count()][BLOCK];
        this.shingleFile = new ScratchFile(scratch.resolve("shingles"));
        this.keyFile = new ScratchFile(scratch.resolve("bands"));
    }

    /** May be called by several threads at once. */
    Signed sign(String text) {
        long[] set = shingles.of(text);
        return new Signed(set, signature.bandKeys(set));
    }

    void add(Signed text) {
        shingleFile.add(text.shingles(), 0, text.shingles().length);
        if (count == ends.length) {
            ends = Arrays.copyOf(ends, 2 * count);
        }
        ends[count] = shingleFile.length();
        for (int band = 0; band < block.length; band++) {
            block[band][count % BLOCK] = text.keys()[band];
        }
        count++;
        if (count % BLOCK == 0) {
            writeBlock();
        }
    }

    /** Joins the places of texts that are nearly equal. */
    void join(Components components) {
        if (count % BLOCK != 0) {
            writeBlock();
        }
        shingleFile.flush();
        keyFile.flush();
        for (int band = 0; band < block.length; band++) {
            EqualKeys.forEachRun(keys(band), run -> joinRun(run, components));
        }
    }

    @Override
    public void close() {
        try (shingleFile) {
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
                joinIfNear(apart.get(one), apart.get(other), components);
            }
        }
    }

    private void joinIfNear(Collection<Integer> some, Collection<Integer> others, Components components) {
        for (int one : some) {
            for (int other : others) {
                if (components.of(one) == components.of(other)) {
                    return;
                }
                if (isNear(one, other)) {
                    components.join(one, other);
                }
            }
        }
    }

    private boolean isNear(int one, int other) {
        int smaller = Math.min(size(one), size(other));
        int greater = Math.max(size(one), size(other));
        if ((double) smaller / greater < threshold) {
            return false;
        }
        if (held != one) {
            heldShingles = read(one);
            held = one;
        }
        return Shingles.jaccard(heldShingles, read(other)) >= threshold;
    }

    private long[] read(int place) {
        long[] set = new long[size(place)];
        shingleFile.read(start(place), set, 0, set.length);
        return set;
    }

    private int size(int place) {
        return (int) (ends[place] - start(place));
    }

    private long start(int place) {
        return place == 0 ? 0 : ends[place - 1];
    }
}
