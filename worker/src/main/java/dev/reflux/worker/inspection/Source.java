package dev.reflux.worker.inspection;

import dev.reflux.activities.shard.Sample;

/** Where samples are looked for; each reading begins anew. */
interface Source {

    /** As the user gave it. */
    String name();

    /** Every state of every sample, in the order in which they came about. */
    void read(Taker taker);

    /** Takes a sample as it was in one place. */
    interface Taker {
        void take(Place place, Sample sample);
    }

    /**
     * A place in which samples lie.
     *
     * @param round 0 before the first
     * @param step stage, input, {@code merge} or {@code dataset}
     * @param file where it lies, with its line where that can be told
     */
    record Place(int round, String step, String file) {}
}
