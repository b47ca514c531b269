package dev.reflux.config;

import java.util.List;

/** The settings record of a stage, and what they demand of the orchestration. Implemented by records only. */
public interface StageSettings {

    /**
     * Which workers may run the stage with these settings in a campaign with this teacher.
     *
     * @throws InvalidSettingException if the teacher cannot give what the settings ask for; the parser adds file, line
     *     and path
     */
    default WorkerRole role(TeacherPlan teacher) {
        return asksInWords() ? WorkerRole.TEACHER : WorkerRole.COMPUTE;
    }

    /** True if the stage puts questions in words, so that the teachers it asks must be chat models. */
    default boolean asksInWords() {
        return false;
    }

    /** True if the teachers it asks must be reward models. */
    default boolean asksForRewards() {
        return false;
    }

    /** True if the teachers it asks must go on with raw text, outside any chat template. */
    default boolean asksForContinuations() {
        return false;
    }

    /** Names of the teachers it asks among the campaign's {@code teachers}; empty if it asks the main one, or none. */
    default List<String> teachers() {
        return List.of();
    }

    /** Files of texts that it reads beside the samples. */
    default List<TextList> lists() {
        return List.of();
    }

    /** Samples it makes from nothing in each round; 0 for a stage that works on what comes in. */
    default int creates() {
        return 0;
    }

    /** What must happen once a round before the stage's first shard. */
    default Preparation preparation() {
        return Preparation.NONE;
    }
}
