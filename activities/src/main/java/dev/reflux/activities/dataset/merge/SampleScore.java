package dev.reflux.activities.dataset.merge;

import dev.reflux.activities.shard.Answer;
import dev.reflux.activities.shard.Sample;
import dev.reflux.activities.verdict.Standing;

/** By what samples are compared where only some of them can stay. */
public final class SampleScore {

    private SampleScore() {}

    /**
     * A sample's score; null where it has none.
     *
     * @param by name of verdicts on its first answer, or on its text where it has no answer; null for its confidence
     */
    public static Double of(Sample sample, String by) {
        if (by == null) {
            return sample.confidence();
        }
        Answer first = sample.answers().isEmpty()
                ? Answer.of("", null, null, null, sample.task())
                : sample.answers().get(0);
        return Standing.of(first, by).score();
    }
}
