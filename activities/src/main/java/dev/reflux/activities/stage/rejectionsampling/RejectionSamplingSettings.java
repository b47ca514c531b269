package dev.reflux.activities.stage.rejectionsampling;

import dev.reflux.activities.shard.Answer;
import dev.reflux.activities.shard.Verdict.Outcome;
import dev.reflux.activities.verdict.Standing;
import dev.reflux.config.InvalidSettingException;
import dev.reflux.config.Key;
import dev.reflux.config.StageSettings;
import java.util.List;

/** Settings of the stage {@code rejection-sampling}. */
public record RejectionSamplingSettings(
        @Key("What an answer must pass, each by the name of a verdict, or by name and least score.")
        List<Condition> by,

        @Key(value = "Whether an answer must pass all of them or any.", otherwise = "all")
        Combination combine,

        @Key(value = "Keep the best answer that passes, or all of them.", otherwise = "all")
        Keep keep,

        @Key(value = "Whose score says which answer is better; the first of by where absent.", otherwise = Key.ABSENT)
        String score,

        @Key(value = "Answers kept of each sample at most; no limit where absent.", otherwise = Key.ABSENT, least = 1)
        Integer most,

        @Key(value = "What makes two answers the same, so that only one of them is kept.", otherwise = "equations")
        Sameness distinct,

        @Key(
                value = "Keep the other answers too, after the chosen ones, to build preference pairs of.",
                otherwise = "false")
        boolean keepOthers,

        @Key(
                value = "Whether an answer is dropped where one of its calculations, worked out anew, is wrong.",
                otherwise = "false")
        boolean recompute)
        implements StageSettings {

    /** How several conditions go together. */
    public enum Combination {
        ALL,
        ANY
    }

    /** How many of the answers that pass are kept. */
    public enum Keep {
        BEST,
        ALL
    }

    /** When two answers count as one. */
    public enum Sameness {
        /** The same equations in the same order; the same text where there are none. */
        EQUATIONS,
        /** The same text but for case and white space. */
        TEXT,
        /** Never. */
        NEVER
    }

    public RejectionSamplingSettings {
        by = List.copyOf(by);
        if (by.isEmpty()) {
            throw new InvalidSettingException(
                    "by",
                    "must hold at least one condition, or every answer would pass",
                    "[]",
                    "write, say, [verify/math]");
        }
        if (keep == Keep.BEST && most != null) {
            throw new InvalidSettingException(
                    "most", "must be left out where keep is best, which keeps one", most.toString(), "remove it");
        }
    }

    /** Without working calculations out. */
    RejectionSamplingSettings(
            List<Condition> by,
            Combination combine,
            Keep keep,
            String score,
            Integer most,
            Sameness distinct,
            boolean keepOthers) {
        this(by, combine, keep, score, most, distinct, keepOthers, false);
    }

    /** How many answers are kept at most. */
    int limit() {
        if (keep == Keep.BEST) {
            return 1;
        }
        return most == null ? Integer.MAX_VALUE : most;
    }

    /** Whether an answer passes. */
    Outcome outcome(Answer answer) {
        List<Outcome> outcomes =
                by.stream().map(condition -> condition.of(answer)).toList();
        return combine == Combination.ALL ? Standing.allOf(outcomes) : Standing.anyOf(outcomes);
    }

    /** How good an answer is, or null where that is not known. */
    Double scoreOf(Answer answer) {
        String name = score == null ? by.get(0).verdict() : score;
        return Standing.of(answer, Condition.recorded(name)).score();
    }
}
