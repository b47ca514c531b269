package dev.reflux.worker.dataset;

import dev.reflux.activities.shard.Sample;
import java.util.function.Consumer;

/** Samples under a name; each reading begins anew and gives the same samples in the same order. */
public interface Dataset {

    /** As the user gave it. */
    String name();

    /** Every sample that the dataset holds, whatever a file says of its decision. */
    void samples(Consumer<Sample> consumer);

    /** Samples that were rejected on the way to it, each with its reason; a file has none beside it. */
    void rejected(Consumer<Sample> consumer);

    /** What was bad in the last reading. */
    BadLines bad();
}
