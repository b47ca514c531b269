package dev.reflux.activities.stage.cotrain;

import dev.reflux.config.Key;
import dev.reflux.config.Preparation;
import dev.reflux.config.StageSettings;

/** How the student's view of a sample is joined with the teacher's. */
public record CoTrainSettings(
        @Key(
                value = "Exponent of the student's probabilities in the product with the teacher's.",
                otherwise = "0.5",
                least = 0,
                most = 1)
        double studentWeight,

        @Key(value = "What becomes of a sample to which both give different labels.", otherwise = "combine")
        Disagreement disagreement)
        implements StageSettings {

    /** What becomes of a sample to which teacher and student give different labels. */
    public enum Disagreement {
        /** It takes the label that is most probable under both. */
        COMBINE,
        /** It is rejected as {@code teacher-student-disagreement}. */
        REJECT
    }

    @Override
    public Preparation preparation() {
        return Preparation.AT_ROUND_START;
    }
}
