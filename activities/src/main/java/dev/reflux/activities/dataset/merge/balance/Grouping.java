package dev.reflux.activities.dataset.merge.balance;

import dev.reflux.activities.shard.Sample;
import java.util.OptionalInt;

/** Tells the group of each sample, once all have been seen. */
interface Grouping {

    void see(Sample sample);

    /** Ends the seeing. */
    void end();

    /** Name of the group of the sample at a place, from 0, in the order they were seen in. */
    String of(int place);

    /** Place of the sample that shows best what a group is, where that can be told. */
    default OptionalInt example(String group) {
        return OptionalInt.empty();
    }

    /** What a sample that stays becomes. */
    default Sample kept(int place, Sample sample) {
        return sample;
    }
}
