package dev.reflux.activities.stage.generate;

import dev.reflux.config.Key;
import dev.reflux.config.Preparation;
import dev.reflux.config.StageSettings;
import java.util.List;

/** Settings of the stage {@code generate}; the defaults are those of Self-Instruct. */
public record GenerateSettings(
        @Key(value = "Instructions asked for in each round.", least = 1, most = 10_000_000)
        int count,

        @Key(value = "Instructions asked for in one call.", otherwise = "5", least = 1, most = 50)
        int perCall,

        @Key(
                value = "Tasks shown in a call, a quarter of them from the round before where there is one.",
                otherwise = "8",
                least = 1,
                most = 100)
        int examples,

        @Key(value = "Sampling temperature.", otherwise = "0.7", least = 0, most = 2)
        double temperature,

        @Key(
                value = "Share of the probability mass that is sampled from; with 1 the server is not told any.",
                otherwise = "0.5",
                least = 0.01,
                most = 1)
        double topP,

        @Key(
                value = "ROUGE-L above which an instruction is too near to a seed or to one made before.",
                otherwise = "0.7",
                least = 0,
                most = 1)
        double mostSimilar,

        @Key(value = "Name of the teacher that is asked; the main one where absent.", otherwise = Key.ABSENT)
        String teacher,

        @Key(
                value = "Times a call is made at most, until its answer can be read.",
                otherwise = "2",
                least = 1,
                most = 10)
        int draws,

        @Key(value = "Longest answer to one call, in tokens.", otherwise = "1024", least = 1, most = 1_000_000)
        int maxOutputTokens)
        implements StageSettings {

    @Override
    public boolean asksInWords() {
        return true;
    }

    @Override
    public List<String> teachers() {
        return teacher == null ? List.of() : List.of(teacher);
    }

    @Override
    public int creates() {
        return count;
    }

    @Override
    public Preparation preparation() {
        return Preparation.AT_ROUND_START;
    }

    /** As a call takes it: null where the server is left to its own. */
    Double topPOrNone() {
        return topP < 1 ? topP : null;
    }
}
