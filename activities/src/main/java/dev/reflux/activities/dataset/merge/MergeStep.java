package dev.reflux.activities.dataset.merge;

import dev.reflux.config.MergeSettings;
import java.nio.file.Path;

/**
 * A step over the whole of a round's dataset. The same samples, in any order and cut into any shards, give the same
 * survivors; survivors that go through it again all survive.
 */
public interface MergeStep<S extends MergeSettings> {

    /** Its key in a campaign file. */
    String name();

    /** The record that its settings fit. */
    Class<S> settings();

    /**
     * Begins a pass.
     *
     * @param scratch a folder of the pass's own, not yet there, gone when the merge ends; what does not fit in memory goes
     *     there
     */
    MergePass begin(S settings, Path scratch);
}
