package dev.reflux.activities.stage.verify;

import dev.reflux.activities.shard.Answer;
import dev.reflux.activities.shard.Sample;
import dev.reflux.activities.shard.Verdict;

/** Checks an answer by working something out; the same sample and answer always get the same verdict. */
public interface Check {

    /**
     * What it finds about one answer.
     *
     * @return a verdict by {@code verify/<name>}; it is undecided where the check could not be made. Its rationale may be shown to
     *     a teacher, so it never holds the reference
     */
    Verdict check(Sample sample, Answer answer);
}
