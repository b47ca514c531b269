package dev.reflux.activities.stage.rejectionsampling;

import dev.reflux.activities.shard.Answer;
import dev.reflux.activities.shard.Verdict.Outcome;
import dev.reflux.activities.verdict.Standing;
import dev.reflux.config.InvalidSettingException;
import dev.reflux.config.Key;

/** What one verdict must say of an answer that is kept. */
public record Condition(
        @Key(
                value =
                        "Whose verdict counts: verify/math, judge/helpfulness, …; verify or judge alone for all of theirs;"
                                + " vote for that of self-consistency.",
                shorthand = true)
        String verdict,

        @Key(
                value = "Least score to pass, on the verdict's own scale; whether it passed decides where absent.",
                otherwise = Key.ABSENT)
        Double atLeast) {

    private static final String VOTE = "vote";
    private static final String VOTED_BY = "self-consistency";

    public Condition {
        if (verdict.isBlank()) {
            throw new InvalidSettingException(
                    "verdict", "must name a verdict", "'" + verdict + "'", "write, say, verify/math");
        }
    }

    /** The name under which the verdict is on record. */
    static String recorded(String verdict) {
        return verdict.equals(VOTE) ? VOTED_BY : verdict;
    }

    /** Whether an answer passes; undecided where a verdict, or the score that is asked for, is missing. */
    Outcome of(Answer answer) {
        Standing standing = Standing.of(answer, recorded(verdict));
        if (atLeast == null) {
            return standing.outcome();
        }
        if (standing.score() == null) {
            return standing.outcome() == Outcome.FAILED ? Outcome.FAILED : Outcome.UNDECIDED;
        }
        return standing.score() >= atLeast ? Outcome.PASSED : Outcome.FAILED;
    }
}
