package dev.reflux.activities.stage.judge;

import dev.reflux.config.InvalidSettingException;
import dev.reflux.config.Key;
import dev.reflux.config.StageSettings;
import dev.reflux.config.TeacherPlan;
import dev.reflux.config.WorkerRole;
import java.util.List;
import java.util.Locale;

/** Settings of the stage {@code judge}. */
public record JudgeSettings(
        @Key(value = "How answers are judged.", otherwise = "absolute")
        JudgeMode mode,

        @Key(value = "What the judges look at; those that are usual in the mode where none is named.", otherwise = "[]")
        List<Aspect> aspects,

        @Key(value = "Who judges, by names below teachers; the main teacher where none is named.", otherwise = "[]")
        List<String> teachers,

        @Key(value = "Whether a judge says why before it scores.", otherwise = "true")
        boolean rationale,

        @Key(
                value =
                        "Least score, or mean of several judges' scores, to pass in each aspect; any passes where absent.",
                otherwise = Key.ABSENT)
        Double passAt,

        @Key(value = "What becomes of a sample none of whose answers passes.", otherwise = "reject")
        NonePasses whenNonePasses,

        @Key(value = "Sampling temperature.", otherwise = "0", least = 0, most = 2)
        double temperature,

        @Key(value = "Longest reply of a judge, in tokens.", otherwise = "512", least = 1, most = 1_000_000)
        int maxOutputTokens,

        @Key(
                value = "Times a judge is asked at most, until its reply can be read.",
                otherwise = "2",
                least = 1,
                most = 10)
        int draws)
        implements StageSettings {

    public JudgeSettings {
        aspects = aspects == null ? List.of() : List.copyOf(aspects);
        teachers = teachers == null ? List.of() : List.copyOf(teachers);
        requireDistinct("aspects", aspects.stream().map(Aspect::name).toList());
        requireDistinct("teachers", teachers);
        if (!aspects.isEmpty() && !mode.takesAspects()) {
            throw new InvalidSettingException(
                    "aspects",
                    "must be left out where mode is " + mode.name().toLowerCase(Locale.ROOT),
                    aspects.size() + " of them",
                    "remove them");
        }
        if (mode == JudgeMode.REWARD && teachers.isEmpty()) {
            throw new InvalidSettingException(
                    "teachers",
                    "must name a reward model where mode is reward",
                    "none",
                    "add a teacher of provider reward below the campaign's teachers, and its name here");
        }
        if (passAt != null && mode != JudgeMode.REWARD) {
            requireReachable(passAt, mode, mode.judged(aspects));
        }
    }

    @Override
    public boolean asksInWords() {
        return mode != JudgeMode.REWARD;
    }

    @Override
    public boolean asksForRewards() {
        return mode == JudgeMode.REWARD;
    }

    /** Calls need a network, whoever is asked. */
    @Override
    public WorkerRole role(TeacherPlan teacher) {
        return WorkerRole.TEACHER;
    }

    /** What is judged, in order. */
    List<Aspect> judged() {
        return mode.judged(aspects);
    }

    private static void requireDistinct(String key, List<String> names) {
        if (names.stream().distinct().count() < names.size()) {
            throw new InvalidSettingException(
                    key, "must be named once each", names.toString(), "remove the repeated one");
        }
    }

    /** A threshold that no score can miss, or none can reach, is a mistake about the scale. */
    private static void requireReachable(double passAt, JudgeMode mode, List<Aspect> aspects) {
        for (Aspect aspect : aspects) {
            double least = mode == JudgeMode.PAIRWISE ? 0 : aspect.least();
            double most = mode == JudgeMode.PAIRWISE ? 1 : aspect.most();
            if (!(passAt >= least && passAt <= most)) {
                throw new InvalidSettingException(
                        "passAt",
                        "must be on the scale of " + aspect.name() + ", from " + least + " to " + most,
                        String.valueOf(passAt),
                        mode == JudgeMode.PAIRWISE ? "write a share of wins such as 0.5" : "write a score on it");
            }
        }
    }
}
