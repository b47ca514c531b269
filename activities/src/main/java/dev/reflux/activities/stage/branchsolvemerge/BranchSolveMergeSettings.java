package dev.reflux.activities.stage.branchsolvemerge;

import dev.reflux.config.InvalidSettingException;
import dev.reflux.config.Key;
import dev.reflux.config.StageSettings;
import java.util.List;

/** Settings of the stage {@code branch-solve-merge}. */
public record BranchSolveMergeSettings(
        @Key(value = "What is made of each sample.", otherwise = "answer")
        Makes makes,

        @Key(
                value = "Who splits, solves and merges, by its name below teachers; the main teacher where absent.",
                otherwise = Key.ABSENT)
        String teacher,

        @Key(
                value = "Parts of an instruction, or criteria of a judgement, at most.",
                otherwise = "5",
                least = 2,
                most = 20)
        int branches,

        @Key(value = "For verdicts: how the criteria's scores become one.", otherwise = "sum")
        Merging merge,

        @Key(
                value = "For verdicts: whether answers are compared two by two, in both orders, or scored each alone.",
                otherwise = "false")
        boolean pairwise,

        @Key(value = "For verdicts: least score to pass; any passes where absent.", otherwise = Key.ABSENT)
        Double passAt,

        @Key(value = "For verdicts: what becomes of a sample none of whose answers passes.", otherwise = "reject")
        NonePasses whenNonePasses,

        @Key(value = "Sampling temperature.", otherwise = "0", least = 0, most = 2)
        double temperature,

        @Key(value = "Longest reply to one call, in tokens.", otherwise = "1024", least = 1, most = 1_000_000)
        int maxOutputTokens,

        @Key(
                value = "Times a call is made at most, until its reply can be read.",
                otherwise = "2",
                least = 1,
                most = 10)
        int draws)
        implements StageSettings {

    public BranchSolveMergeSettings {
        double least = pairwise ? 0 : Branching.LEAST_SCORE;
        double most = pairwise ? 1 : Branching.MOST_SCORE;
        if (passAt != null && makes == Makes.ANSWER) {
            throw new InvalidSettingException(
                    "passAt",
                    "must be left out where answers are made",
                    String.valueOf(passAt),
                    "write makes: verdict");
        }
        if (passAt != null && !(passAt >= least && passAt <= most)) {
            throw new InvalidSettingException(
                    "passAt",
                    "must be a score from " + least + " to " + most + (pairwise ? ", the share of pairs won" : ""),
                    String.valueOf(passAt),
                    "write one between them");
        }
    }

    @Override
    public boolean asksInWords() {
        return true;
    }

    @Override
    public List<String> teachers() {
        return teacher == null ? List.of() : List.of(teacher);
    }
}
