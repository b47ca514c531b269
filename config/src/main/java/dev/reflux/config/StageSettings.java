package dev.reflux.config;

/** The settings record of a stage, and what they demand of the orchestration. Implemented by records only. */
public interface StageSettings {

    /**
     * Which workers may run the stage with these settings in a campaign with this teacher.
     *
     * @throws InvalidSettingException if the teacher cannot give what the settings ask for; the parser adds file, line
     *     and path
     */
    default WorkerRole role(TeacherPlan teacher) {
        return WorkerRole.COMPUTE;
    }

    /** What must happen once a round before the stage's first shard. */
    default Preparation preparation() {
        return Preparation.NONE;
    }
}
