package dev.reflux.activities.dataset.merge.deduplicate;

import dev.reflux.activities.dataset.merge.Components;
import dev.reflux.activities.dataset.merge.EqualKeys;
import dev.reflux.activities.dataset.merge.MergePass;
import dev.reflux.activities.dataset.merge.Ruling;
import dev.reflux.activities.dataset.merge.deduplicate.DeduplicateSettings.Over;
import dev.reflux.activities.shard.Sample;
import dev.reflux.activities.shard.TextKey;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Gathers keys and signatures, connects what is equal and what is nearly equal, and lets the best of each component stay. */
final class DeduplicatePass implements MergePass {

    /** Texts that are signed at once, on all processors. */
    private static final int BATCH = 1024;

    /** Characters after which fewer texts are enough, so that long ones do not fill the memory. */
    private static final long BATCH_LENGTH = 4_000_000;

    private static final String EQUAL = "duplicate";
    private static final String NEAR = "near-duplicate";

    private final Over over;
    private final NearDuplicates near;
    private final Contenders contenders = new Contenders();
    private final List<String> batch = new ArrayList<>();
    private long batchLength;
    private long[] keys = new long[1024];
    private boolean[] isEmpty = new boolean[1024];
    private int signed;

    private record Noted(boolean isEmpty, long key, NearDuplicates.Signed signature) {}

    /** @param near may be null, where only equal texts are duplicates */
    DeduplicatePass(Over over, NearDuplicates near) {
        this.over = over;
        this.near = near;
    }

    @Override
    public void see(Sample sample) {
        contenders.add(sample);
        String text = ComparedText.of(sample, over);
        batch.add(text);
        batchLength += text.length();
        if (batch.size() == BATCH || batchLength > BATCH_LENGTH) {
            sign();
        }
    }

    @Override
    public Ruling rule() {
        sign();
        Components components = new Components(signed);
        joinEqual(components);
        if (near != null) {
            near.join(components);
        }
        int[] best = new int[signed];
        Arrays.fill(best, -1);
        for (int place = 0; place < signed; place++) {
            int component = components.of(place);
            if (best[component] < 0 || contenders.isBetter(place, best[component])) {
                best[component] = place;
            }
        }
        int[] survivors = new int[signed];
        Arrays.setAll(survivors, place -> best[components.of(place)]);
        return place -> survivors[place] == place ? null : rejection(place, survivors[place]);
    }

    @Override
    public void close() {
        if (near != null) {
            near.close();
        }
    }

    private Ruling.Rejection rejection(int place, int survivor) {
        boolean isEqual = keys[place] == keys[survivor];
        return new Ruling.Rejection(isEqual ? EQUAL : NEAR, DeduplicateStep.KEPT + contenders.id(survivor));
    }

    private void sign() {
        List<Noted> notes = batch.parallelStream().map(this::note).toList();
        if (signed + notes.size() > keys.length) {
            keys = Arrays.copyOf(keys, 2 * keys.length);
            isEmpty = Arrays.copyOf(isEmpty, keys.length);
        }
        for (Noted note : notes) {
            keys[signed] = note.key();
            isEmpty[signed] = note.isEmpty();
            if (near != null) {
                near.add(note.signature());
            }
            signed++;
        }
        batch.clear();
        batchLength = 0;
    }

    private Noted note(String text) {
        return new Noted(text.isEmpty(), TextKey.ofNormalised(text), near == null ? null : near.sign(text));
    }

    private void joinEqual(Components components) {
        EqualKeys.forEachRun(Arrays.copyOf(keys, signed), run -> {
            for (int one = 1; one < run.length; one++) {
                for (int other = one - 1; other >= 0; other--) {
                    if (keys[run[one]] == keys[run[other]] && !isEmpty[run[one]]) {
                        components.join(run[one], run[other]);
                        break;
                    }
                }
            }
        });
    }
}
