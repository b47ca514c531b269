package dev.reflux.activities.dataset.merge;

import dev.reflux.config.MergeSettings;

/**
 * A step over the whole of a round's dataset. The same samples, in any order and cut into any shards, give the same
 * survivors; survivors that go through it again all survive.
 */
public interface MergeStep<S extends MergeSettings> {

    /** Its key in a campaign file. */
    String name();

    /** The record that its settings fit. */
    Class<S> settings();

    /** False if every sample that stays is left as it was. */
    default boolean rewrites() {
        return true;
    }

    /** Begins a pass. */
    MergePass begin(S settings, MergeGround ground);
}
