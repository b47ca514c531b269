package dev.reflux.config.grammar;

import dev.reflux.config.InvalidSettingException;
import dev.reflux.config.Key;
import dev.reflux.config.MergeCatalog;
import dev.reflux.config.MergeSettings;
import dev.reflux.config.Preparation;
import dev.reflux.config.Provider;
import dev.reflux.config.StageCatalog;
import dev.reflux.config.StageSettings;
import dev.reflux.config.TeacherPlan;
import dev.reflux.config.WorkerRole;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** A catalog that needs no stage: settings of every shape the grammar can read. */
final class SampleStages implements StageCatalog {

    record CoTrain() implements StageSettings {}

    enum Confidence {
        LOGPROB,
        VOTE,
        VERBAL
    }

    record PseudoLabel(
            @Key(value = "Labels to choose from; those of the seeds where absent.", otherwise = Key.ABSENT)
            List<String> labels,

            @Key(value = "How certainty is measured.", otherwise = "logprob")
            Confidence confidence,

            @Key(value = "Answers to vote over.", otherwise = "5", least = 2, most = 50)
            int votes,

            @Key(value = "Guidance for the teacher.", otherwise = Key.ABSENT)
            String instruction,

            @Key(value = "Seeds of each label shown as examples.", otherwise = "1", least = 0)
            int examples,

            @Key(value = "Seeds to calibrate on.", otherwise = "200", least = 0)
            int calibrateOn)
            implements StageSettings {

        @Override
        public WorkerRole role(TeacherPlan teacher) {
            if (confidence == Confidence.VOTE && teacher.provider() == Provider.EMBEDDED) {
                throw new InvalidSettingException("confidence", "needs answers that differ", "vote", "write logprob");
            }
            return teacher.provider() == Provider.EMBEDDED ? WorkerRole.COMPUTE : WorkerRole.TEACHER;
        }

        @Override
        public Preparation preparation() {
            return Preparation.AT_ROUND_START;
        }
    }

    record ConfidenceFilter(
            @Key(value = "Least confidence.", otherwise = Key.ABSENT, least = 0, most = 1)
            Double threshold,

            @Key(value = "Share kept of each label, by round.", otherwise = Key.ABSENT, least = 0, most = 1)
            List<Double> keepPerClass,

            @Key(value = "Precision that the kept must reach.", otherwise = Key.ABSENT, least = 0, most = 1)
            Double targetPrecision)
            implements StageSettings {

        public ConfidenceFilter {
            long given = Stream.of(threshold, keepPerClass, targetPrecision)
                    .filter(Objects::nonNull)
                    .count();
            if (given != 1) {
                throw new InvalidSettingException(
                        "threshold", "or one of its alternatives must be given", given + " of them", "keep one");
            }
        }
    }

    record Rule(
            @Key(value = "Word.", shorthand = true) String word,
            @Key(value = "Weight.", otherwise = "1") long weight) {}

    record Everything(
            @Key("Required whole number.") Integer count,
            @Key("Required list of nested mappings.") List<Rule> rules,

            @Key(value = "Bounded below.", otherwise = Key.ABSENT, least = 2)
            Long atLeastTwo,

            @Key(value = "Time allowed.", otherwise = "5m") Duration patience,
            @Key(value = "A flag.", otherwise = Key.ABSENT) Boolean flag)
            implements StageSettings {}

    record Deduplicate(
            @Key(value = "Likeness of duplicates.", otherwise = "1", least = 0, most = 1)
            double threshold) implements MergeSettings {}

    private static final class SampleSteps implements MergeCatalog {

        @Override
        public List<String> names() {
            return List.of("deduplicate");
        }

        @Override
        public Optional<Class<? extends MergeSettings>> settingsOf(String step) {
            return step.equals("deduplicate") ? Optional.of(Deduplicate.class) : Optional.empty();
        }
    }

    @Override
    public MergeCatalog merging() {
        return new SampleSteps();
    }

    @Override
    public List<String> names() {
        return List.of("pseudo-label", "co-train", "confidence-filter", "everything");
    }

    @Override
    public Optional<Class<? extends StageSettings>> settingsOf(String stage) {
        return Optional.ofNullable(
                switch (stage) {
                    case "pseudo-label" -> PseudoLabel.class;
                    case "co-train" -> CoTrain.class;
                    case "confidence-filter" -> ConfidenceFilter.class;
                    case "everything" -> Everything.class;
                    default -> null;
                });
    }
}
