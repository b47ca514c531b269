package dev.reflux.activities.stage.judge;

import dev.reflux.activities.template.BuiltInTemplates;
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
        int draws,

        @Key(value = "For difficulty: the chat template of the model that is asked.", otherwise = Key.ABSENT)
        BuiltInTemplates template)
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
        requireTemplate(mode, template);
        if (mode == JudgeMode.DIFFICULTY) {
            maxOutputTokens = 1;
            draws = 1;
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

    /** Any mode but difficulty. */
    public JudgeSettings(
            JudgeMode mode,
            List<Aspect> aspects,
            List<String> teachers,
            boolean rationale,
            Double passAt,
            NonePasses whenNonePasses,
            double temperature,
            int maxOutputTokens,
            int draws) {
        this(mode, aspects, teachers, rationale, passAt, whenNonePasses, temperature, maxOutputTokens, draws, null);
    }

    private static void requireTemplate(JudgeMode mode, BuiltInTemplates template) {
        if ((mode == JudgeMode.DIFFICULTY) != (template != null)) {
            throw new InvalidSettingException(
                    "template",
                    "must be given where mode is difficulty, and only there",
                    template == null ? "nothing" : template.id(),
                    template == null ? "write that of the model that is asked, such as template: qwen" : "remove it");
        }
    }

    @Override
    public boolean asksInWords() {
        return mode != JudgeMode.REWARD;
    }

    @Override
    public boolean asksForContinuations() {
        return mode == JudgeMode.DIFFICULTY;
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
            boolean isShare = mode == JudgeMode.PAIRWISE;
            double least = isShare ? 0 : aspect.least();
            double most = isShare ? 1 : aspect.most();
            boolean isHopeless = mode == JudgeMode.DIFFICULTY && passAt >= Likelihood.NO_HELP;
            if (!(passAt >= least && passAt <= most) || isHopeless) {
                throw new InvalidSettingException(
                        "passAt",
                        "must be on the scale of " + aspect.name() + ", from " + least + " to " + most,
                        String.valueOf(passAt),
                        isShare ? "write a share of wins such as 0.5" : "write a score on it");
            }
        }
    }
}
