package dev.reflux.activities.stage.judge;

import java.util.List;

/** How answers are judged. */
public enum JudgeMode {
    /** Each answer alone, on an aspect's scale. */
    ABSOLUTE,
    /** Each two answers of a sample against each other, in both orders. */
    PAIRWISE,
    /** Each answer alone, on an aspect's scale, beside the sample's reference. */
    REFERENCE,
    /** The instruction, beside others of its lineage. */
    COMPLEXITY,
    /** All answers of a sample side by side. */
    QUALITY,
    /** Each answer alone, by a reward model. */
    REWARD,
    /** Each answer with its instruction and without, by how likely a student finds it. */
    DIFFICULTY;

    /** False where the mode itself says what is judged. */
    boolean takesAspects() {
        return this == ABSOLUTE || this == PAIRWISE || this == REFERENCE;
    }

    /** What is judged if a campaign names these aspects, or none. */
    List<Aspect> judged(List<Aspect> named) {
        if (!named.isEmpty()) {
            return named.stream().map(Aspect::resolved).toList();
        }
        return switch (this) {
            case ABSOLUTE -> BuiltInAspects.ULTRA_FEEDBACK;
            case PAIRWISE -> List.of(BuiltInAspects.OVERALL);
            case REFERENCE -> List.of(BuiltInAspects.CORRECTNESS);
            case COMPLEXITY -> List.of(BuiltInAspects.COMPLEXITY);
            case QUALITY -> List.of(BuiltInAspects.QUALITY);
            case REWARD -> List.of(BuiltInAspects.REWARD);
            case DIFFICULTY -> List.of(BuiltInAspects.DIFFICULTY);
        };
    }
}
