package dev.reflux.activities.stage.pseudolabel;

import dev.reflux.config.InvalidSettingException;
import dev.reflux.config.Key;
import dev.reflux.config.Preparation;
import dev.reflux.config.Provider;
import dev.reflux.config.StageSettings;
import dev.reflux.config.TeacherPlan;
import dev.reflux.config.WorkerRole;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;

/** Settings of the stage {@code pseudo-label}. */
public record PseudoLabelSettings(
        @Key(value = "The labels to choose from; those of the seeds where absent.", otherwise = Key.ABSENT)
        List<String> labels,

        @Key(
                value = "How confidence is measured: logprob where the provider is openai, verbal for other chat"
                        + " models, unless given. The embedded teacher knows its own.",
                otherwise = Key.ABSENT)
        ConfidenceMethod confidence,

        @Key(value = "Draws for each sample where confidence is vote.", otherwise = "5", least = 2, most = 100)
        int votes,

        @Key(value = "Sampling temperature of those draws.", otherwise = "0.7", least = 0.01, most = 2)
        double voteTemperature,

        @Key(
                value = "Guidance for the teacher: what the texts are, what sets the labels apart.",
                otherwise = Key.ABSENT)
        String instruction,

        @Key(value = "Seeds of each label shown to the teacher as examples.", otherwise = "1", least = 0, most = 20)
        int examples,

        @Key(value = "Longest text labelled, in characters; a longer one is rejected.", otherwise = "20000", least = 1)
        int maxTextLength,

        @Key(
                value = "Seeds the teacher is asked about to calibrate its confidence, at most.",
                otherwise = "200",
                least = 0)
        int calibrateOn)
        implements StageSettings {

    public PseudoLabelSettings {
        if (labels != null) {
            requireDistinct(labels);
            labels = List.copyOf(labels);
        }
    }

    /** @throws InvalidSettingException if this teacher cannot give the confidence that is asked for */
    @Override
    public WorkerRole role(TeacherPlan teacher) {
        if (teacher.provider() == Provider.EMBEDDED) {
            require(confidence == null, "must be left out where the teacher is embedded", "remove it");
            return WorkerRole.COMPUTE;
        }
        require(
                confidence != ConfidenceMethod.LOGPROB || teacher.provider() == Provider.OPENAI,
                "needs log-probabilities, which only provider openai gives",
                "write confidence: vote, or verbal");
        return WorkerRole.TEACHER;
    }

    @Override
    public Preparation preparation() {
        return Preparation.AT_ROUND_START;
    }

    /** How this teacher's confidence is measured; not for the embedded one, which knows its own. */
    ConfidenceMethod methodFor(Provider provider) {
        if (confidence != null) {
            return confidence;
        }
        return provider == Provider.OPENAI ? ConfidenceMethod.LOGPROB : ConfidenceMethod.VERBAL;
    }

    private void require(boolean holds, String rule, String remedy) {
        if (!holds) {
            throw new InvalidSettingException(
                    "confidence", rule, confidence.name().toLowerCase(Locale.ROOT), remedy);
        }
    }

    private static void requireDistinct(List<String> labels) {
        boolean blank = labels.stream().anyMatch(label -> label == null || label.isBlank());
        if (labels.size() < 2 || blank || new LinkedHashSet<>(labels).size() < labels.size()) {
            throw new InvalidSettingException(
                    "labels",
                    "must name at least two labels, each once, none of them blank",
                    labels.toString(),
                    "write, say, [card-lost, refund], or leave it out to take the seeds' labels");
        }
    }
}
