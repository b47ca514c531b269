package dev.reflux.activities.stage.verify;

import dev.reflux.config.InvalidSettingException;
import dev.reflux.config.Key;
import dev.reflux.config.Preparation;
import dev.reflux.config.StageSettings;
import java.time.Duration;
import java.util.List;

/** Settings of the stage {@code verify}. */
public record VerifySettings(
        @Key("What checks the answers.") By by,

        @Key(
                value =
                        "For schema a JSON Schema, for constraints a JSON list of them, in place of the sample's own; or the path of a file that holds it.",
                otherwise = Key.ABSENT)
        String against,

        @Key(value = "For command: the program and its arguments.", otherwise = "[]")
        List<String> command,

        @Key(value = "For command: how long it may take over one answer.", otherwise = "10s")
        Duration timeout,

        @Key(value = "What becomes of a sample none of whose answers passes.", otherwise = "reject")
        Otherwise ifNonePasses,

        @Key(
                value = "Times a teacher is shown what a check found, and its own answer, to answer again.",
                otherwise = "0",
                least = 0,
                most = 1)
        int repair,

        @Key(value = "Who repairs, by its name below teachers; the main teacher where absent.", otherwise = Key.ABSENT)
        String teacher,

        @Key(value = "Sampling temperature of a repair.", otherwise = "0.7", least = 0, most = 2)
        double temperature,

        @Key(value = "Longest repaired answer, in tokens.", otherwise = "1024", least = 1, most = 1_000_000)
        int maxOutputTokens)
        implements StageSettings {

    /** What checks an answer. */
    public enum By {
        /** Its final answer equals the task's reference. */
        MATH,
        /** Its JSON keeps to a JSON Schema. */
        SCHEMA,
        /** It does what checkable instructions ask. */
        CONSTRAINTS,
        /** A program of the user's own says so. */
        COMMAND
    }

    /** What becomes of a sample none of whose answers passes. */
    public enum Otherwise {
        REJECT,
        /** It goes on, and a later stage decides by the verdicts. */
        KEEP
    }

    public VerifySettings {
        command = List.copyOf(command);
        if ((by == By.COMMAND) == command.isEmpty()) {
            throw new InvalidSettingException(
                    "command",
                    "must be given where by is command, and only there",
                    command.toString(),
                    "write, say, by: command with command: [python3, check.py]");
        }
        if (against != null && by != By.SCHEMA && by != By.CONSTRAINTS) {
            throw new InvalidSettingException(
                    "against",
                    "must be left out unless by is schema or constraints",
                    against,
                    "leave it out; math compares with the sample's reference");
        }
        if (isInline(against)) {
            Checks.tryOut(by, against);
        }
    }

    private static boolean isInline(String against) {
        return against != null
                && (against.stripLeading().startsWith("{")
                        || against.stripLeading().startsWith("["));
    }

    /** True where {@code against} names a file and is not the text itself. */
    boolean isAgainstFile() {
        return against != null && !isInline(against);
    }

    @Override
    public boolean asksInWords() {
        return repair > 0;
    }

    @Override
    public List<String> teachers() {
        return repair == 0 || teacher == null ? List.of() : List.of(teacher);
    }

    @Override
    public Preparation preparation() {
        return isAgainstFile() ? Preparation.AT_ROUND_START : Preparation.NONE;
    }
}
