package dev.reflux.activities.dataset.merge;

import dev.reflux.activities.shard.Sample;
import java.nio.file.Path;
import java.util.function.IntPredicate;
import java.util.function.Supplier;

/** One step at work on one dataset, in one thread: sees every sample once, then rules. */
public interface MergePass extends AutoCloseable {

    /** Takes note of the next sample. */
    void see(Sample sample);

    /**
     * Ends the seeing.
     *
     * @throws dev.reflux.config.InvalidCampaignException if the samples cannot give what its settings ask for
     * @throws dev.reflux.activities.shard.WorkspaceException if its scratch files cannot be read
     */
    Ruling rule();

    /**
     * Takes note of the samples of an earlier dataset by what was kept of them, instead of seeing them.
     *
     * @param file where {@link #keep} left it
     * @param dataset fingerprint of the dataset that it must be of
     * @param isPresent whether a sample of that dataset, by its place in it, is to be noted; asked once for each, in order
     * @return false, with nothing noted, if the samples must be seen
     */
    default boolean recall(Path file, String dataset, IntPredicate isPresent) {
        return false;
    }

    /** All samples of an earlier dataset have been noted: what it sees from here on is new. Not called where there is none. */
    default void endEarlier() {}

    /**
     * Keeps what it noted of the samples that stay, after the ruling, while the ruling is asked in another thread; by default
     * nothing.
     *
     * @param dataset fingerprint of the dataset that they make up; waits for it
     * @param stays whether a sample stays, by its place in the order they were noted in
     */
    default void keep(Path file, Supplier<String> dataset, IntPredicate stays) {}

    @Override
    void close();
}
