package dev.reflux.activities.stage.preference;

import dev.reflux.config.InvalidSettingException;
import dev.reflux.config.Key;
import dev.reflux.config.StageSettings;
import dev.reflux.config.TeacherPlan;
import dev.reflux.config.WorkerRole;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;

/** Settings of the stage {@code preference}. */
public record PreferenceSettings(
        @Key(value = "What sets a chosen answer apart from a rejected one.", otherwise = "score")
        Source from,

        @Key(
                value =
                        "Name of the verdict whose score or outcome is meant; judge where from is score, verify where it is"
                                + " verdict, unless given.",
                otherwise = Key.ABSENT)
        String by,

        @Key(
                value =
                        "Where from is teacher, whose answers are chosen, by its name below teachers; the main teacher's"
                                + " where absent.",
                otherwise = Key.ABSENT)
        String prefer,

        @Key(
                value =
                        "Where from is teacher, whose answers are rejected, by its name below teachers; all others' where"
                                + " absent.",
                otherwise = Key.ABSENT)
        String over,

        @Key(value = "Least difference between two scores.", otherwise = "0", least = 0)
        double margin,

        @Key(value = "Which pairs are made of those that may be.", otherwise = "best-worst")
        Strategy strategy,

        @Key(
                value = "Pairs made of one sample at most, where strategy is all.",
                otherwise = "10",
                least = 1,
                most = 1000)
        int most,

        @Key(value = "Pairs, or answers marked one by one as chosen or rejected.", otherwise = "pair")
        Form form,

        @Key(
                value =
                        "Where form is binary and from is score, the score from which an answer is chosen; rejected if it"
                                + " is below by margin.",
                otherwise = Key.ABSENT)
        Double threshold)
        implements StageSettings {

    /** What one answer has before another. */
    public enum Source {
        /** The higher score. */
        SCORE,
        /** It passes where the other fails. */
        VERDICT,
        /** It comes after the other, which it was evolved from. */
        EVOLVED,
        /** The better teacher. */
        TEACHER,
        /** The mark it came with. */
        GIVEN
    }

    /** Which of the pairs that may be made are made. */
    public enum Strategy {
        /** The one with the greatest difference. */
        BEST_WORST,
        /** The best answer with one drawn from those it may be paired with. */
        BEST_RANDOM,
        /** The greatest differences first. */
        ALL
    }

    /** What a preference looks like. */
    public enum Form {
        PAIR,
        BINARY
    }

    public PreferenceSettings {
        if (margin != 0 && from != Source.SCORE) {
            throw refused("margin", "must be left out unless from is score", margin, "remove it");
        }
        if (from != Source.TEACHER && (prefer != null || over != null)) {
            throw refused(
                    prefer == null ? "over" : "prefer",
                    "must be left out unless from is teacher",
                    prefer == null ? over : prefer,
                    "write from: teacher");
        }
        if (over != null && over.equals(prefer)) {
            throw refused("over", "must be another teacher than prefer", over, "name the weaker teacher");
        }
        if (form == Form.BINARY && (from == Source.EVOLVED || from == Source.TEACHER)) {
            throw refused("form", "must be pair where from is " + named(from), named(form), "write form: pair");
        }
        requireThreshold(form == Form.BINARY && from == Source.SCORE, threshold);
    }

    private static void requireThreshold(boolean needed, Double threshold) {
        if (needed && threshold == null) {
            throw refused(
                    "threshold",
                    "must be given where form is binary and from is score",
                    "none",
                    "write, say, threshold: 4");
        }
        if (!needed && threshold != null) {
            throw refused(
                    "threshold", "must be left out unless form is binary and from is score", threshold, "remove it");
        }
    }

    private static InvalidSettingException refused(String key, String rule, Object value, String remedy) {
        return new InvalidSettingException(key, rule, String.valueOf(value), remedy);
    }

    @Override
    public WorkerRole role(TeacherPlan teacher) {
        return from == Source.TEACHER ? WorkerRole.TEACHER : WorkerRole.COMPUTE;
    }

    @Override
    public List<String> teachers() {
        return Stream.of(prefer, over).filter(Objects::nonNull).toList();
    }

    /** Name of the verdict that is meant. */
    String verdict() {
        if (by != null) {
            return by;
        }
        return from == Source.SCORE ? "judge" : "verify";
    }

    private static String named(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
