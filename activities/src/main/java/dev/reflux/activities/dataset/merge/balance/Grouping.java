package dev.reflux.activities.dataset.merge.balance;

import dev.reflux.activities.shard.Sample;

/** Tells the group of each sample, once all have been seen. */
interface Grouping {

    void see(Sample sample);

    /** Ends the seeing. */
    void end();

    /** Name of the group of the sample at a place, from 0, in the order they were seen in. */
    String of(int place);

    /** What a sample that stays becomes. */
    default Sample kept(int place, Sample sample) {
        return sample;
    }
}
