package dev.reflux.activities.dataset.merge;

import dev.reflux.activities.shard.Sample;
import java.util.Optional;

/** What a step found: for each sample, by its place in the order they were seen in, whether it goes, and why. */
public interface Ruling {

    /** Why the sample at a place, from 0, is rejected; null if it stays. */
    Rejection at(int place);

    /**
     * What is added to the operations in the provenance of a sample that stays, so that the step knows it again; empty where
     * nothing is.
     */
    default Optional<String> operation(int place) {
        return Optional.empty();
    }

    /** What the round keeps of it beside the samples, written as JSON; empty where nothing. */
    default Optional<Object> findings() {
        return Optional.empty();
    }

    /** What becomes of the sample at a place. */
    default Sample of(Sample sample, int place) {
        Rejection rejection = at(place);
        if (rejection != null) {
            return rejection.of(sample);
        }
        return operation(place)
                .map(operation -> sample.from(sample.provenance().after(operation)))
                .orElse(sample);
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
