package dev.reflux.activities.dataset.merge;

import dev.reflux.activities.shard.Sample;
import java.util.Optional;

/**
 * What a step found: for each sample, by its place in the order they were seen in, whether it goes, and why. It may be asked
 * several times, and after its pass has been closed, as long as the pass's scratch folder is there.
 */
public interface Ruling {

    /** Why the sample at a place, from 0, is rejected; null if it stays. */
    Rejection at(int place);

    /**
     * What a sample that stays becomes: itself, unless the step writes something down on it or adds to it. Its id stays.
     *
     * @param sample the one seen at this place
     */
    default Sample kept(int place, Sample sample) {
        return sample;
    }

    /** What the round keeps of it beside the samples, written as JSON; empty where nothing. */
    default Optional<Object> findings() {
        return Optional.empty();
    }

    /**
     * Why a sample goes.
     *
     * @param reason a short stable kebab-case word
     * @param operation what its provenance says was done, such as {@code deduplicate/kept-4f1c…}
     */
    record Rejection(String reason, String operation) {

        Sample of(Sample sample) {
            return sample.from(sample.provenance().after(operation)).rejected(reason);
        }
    }
}
