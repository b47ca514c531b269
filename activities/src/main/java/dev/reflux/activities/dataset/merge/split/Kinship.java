package dev.reflux.activities.dataset.merge.split;

import dev.reflux.activities.dataset.merge.Components;
import dev.reflux.activities.dataset.merge.EqualKeys;
import dev.reflux.activities.dataset.merge.MergeGround;
import dev.reflux.activities.dataset.merge.MergePass;
import dev.reflux.activities.dataset.merge.Ruling;
import dev.reflux.activities.dataset.merge.deduplicate.DeduplicateSettings;
import dev.reflux.activities.dataset.merge.deduplicate.DeduplicateSettings.Over;
import dev.reflux.activities.dataset.merge.deduplicate.DeduplicateStep;
import dev.reflux.activities.dataset.merge.deduplicate.MinHashSettings;
import dev.reflux.activities.shard.Sample;
import dev.reflux.activities.shard.TextKey;
import java.util.Arrays;
import java.util.regex.Pattern;

/**
 * Finds the samples that belong together: near-duplicates, as step {@code deduplicate} finds them, and whatever shares a
 * prompt, a passage, a record it descends from, or a parent. About a hundred bytes of memory for each sample.
 */
final class Kinship implements AutoCloseable {

    /** An input file's name and line; what was made from nothing has the campaign's name instead, which all such share. */
    private static final Pattern RECORD = Pattern.compile(".+:\\d+");

    private final MergePass likeness;
    private long[] keys = new long[4096];
    private int[] owners = new int[4096];
    private int keyCount;
    private int samples;

    Kinship(MinHashSettings near, MergeGround ground) {
        this.likeness = new DeduplicateStep().begin(new DeduplicateSettings(Over.TEXT, near, null), ground);
    }

    /** @param prompt key of the sample's prompt */
    void add(Sample sample, long prompt) {
        likeness.see(sample);
        add(idKey(sample.id()));
        sample.provenance().parents().forEach(parent -> add(idKey(parent)));
        add(prompt);
        String origin = sample.provenance().origin();
        if (origin != null && RECORD.matcher(origin).matches()) {
            add(TextKey.of("origin " + origin));
        }
        if (sample.task().passage() != null) {
            add(TextKey.of("passage " + TextKey.normalised(sample.task().passage())));
        }
        samples++;
    }

    /** Connects them, by their places in the order they were added in. */
    Components connect() {
        Ruling duplicates = likeness.rule();
        for (int place = 0; place < samples; place++) {
            Ruling.Rejection rejection = duplicates.at(place);
            if (rejection != null) {
                add(idKey(DeduplicateStep.survivor(rejection)), place);
            }
        }
        Components components = new Components(samples);
        new EqualKeys(Arrays.copyOf(keys, keyCount)).forEachRun(run -> {
            for (int one = 1; one < run.length; one++) {
                joinToEqual(run, one, components);
            }
        });
        return components;
    }

    /** A run may hold keys that are not quite equal: it is enough to find one before that is. */
    private void joinToEqual(int[] run, int one, Components components) {
        for (int other = one - 1; other >= 0; other--) {
            if (keys[run[one]] == keys[run[other]]) {
                components.join(owners[run[one]], owners[run[other]]);
                return;
            }
        }
    }

    @Override
    public void close() {
        likeness.close();
    }

    private static long idKey(String id) {
        return TextKey.of("id " + id);
    }

    private void add(long key) {
        add(key, samples);
    }

    private void add(long key, int owner) {
        if (keyCount == keys.length) {
            keys = Arrays.copyOf(keys, 2 * keyCount);
            owners = Arrays.copyOf(owners, 2 * keyCount);
        }
        keys[keyCount] = key;
        owners[keyCount++] = owner;
    }
}
