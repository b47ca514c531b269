package dev.reflux.activities.stage.personas;

import dev.reflux.config.Key;
import dev.reflux.config.Preparation;
import dev.reflux.config.StageSettings;
import dev.reflux.config.TextList;
import java.util.List;

/** Settings of the stage {@code personas}. */
public record PersonasSettings(
        @Key(
                "Personas, one a line, or JSONL (.jsonl) with a field persona; .gz after it where compressed. Relative to the"
                        + " campaign file.")
        String file,

        @Key(value = "What a persona is used for.", otherwise = "instruction")
        Made makes,

        @Key(
                value = "Personas for each sample in each round, so many new samples.",
                otherwise = "1",
                least = 1,
                most = 100)
        int perSample,

        @Key(value = "Whether the original goes on beside what was made of it.", otherwise = "false")
        boolean keepOriginals,

        @Key(value = "Who rewrites, by its name below teachers; the main teacher where absent.", otherwise = Key.ABSENT)
        String teacher,

        @Key(value = "Sampling temperature.", otherwise = "0.7", least = 0, most = 2)
        double temperature,

        @Key(value = "Longest answer to one call, in tokens.", otherwise = "1024", least = 1, most = 1_000_000)
        int maxOutputTokens,

        @Key(
                value = "How often a call is made at most, where another draw may be better.",
                otherwise = "2",
                least = 1,
                most = 10)
        int draws)
        implements StageSettings {

    /** Field of a JSONL file that holds a persona, as in Persona Hub's. */
    private static final String FIELD = "persona";

    @Override
    public boolean asksInWords() {
        return makes == Made.INSTRUCTION;
    }

    @Override
    public List<String> teachers() {
        return teacher == null ? List.of() : List.of(teacher);
    }

    @Override
    public List<TextList> lists() {
        return List.of(personas());
    }

    @Override
    public Preparation preparation() {
        return Preparation.AT_ROUND_START;
    }

    TextList personas() {
        return new TextList("file", file, FIELD);
    }
}
