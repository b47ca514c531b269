package dev.reflux.activities.dataset.merge;

import dev.reflux.activities.shard.Sample;

/** One step at work on one dataset, in one thread: sees every sample once, then rules. */
public interface MergePass extends AutoCloseable {

    /** Takes note of the next sample. */
    void see(Sample sample);

    /**
     * Ends the seeing.
     *
     * @throws dev.reflux.activities.shard.WorkspaceException if its scratch files cannot be read
     */
    Ruling rule();

    @Override
    void close();
}
