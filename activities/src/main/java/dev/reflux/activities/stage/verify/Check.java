package dev.reflux.activities.stage.verify;

import dev.reflux.activities.shard.Answer;
import dev.reflux.activities.shard.Sample;
import dev.reflux.activities.shard.Verdict;

/** Finds out whether an answer holds by running or reading something, never by asking a model. */
public interface Check {
    Verdict check(Sample sample, Answer answer);
}
