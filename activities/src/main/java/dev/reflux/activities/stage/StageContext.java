package dev.reflux.activities.stage;

import dev.reflux.activities.confidence.Calibration;
import dev.reflux.activities.confidence.JudgedOpinion;
import dev.reflux.activities.shard.CampaignFolder;
import dev.reflux.activities.shard.ShardSet;
import dev.reflux.activities.student.Student;
import dev.reflux.activities.teacher.TeacherDesk;
import dev.reflux.config.CampaignPlan;
import dev.reflux.config.TextList;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** What a stage may use while it works on a shard or prepares a round. */
public interface StageContext {

    CampaignPlan plan();

    /** From 1. */
    int round();

    /** The campaign's files: seeds for calibration, never gold or holdout. */
    CampaignFolder folder();

    /** The campaign's labels: distinct labels of the seeds, sorted. */
    List<String> labels();

    /** The main teacher, paid in the name of this campaign, round and stage. */
    default TeacherDesk teacher() {
        return teacher(null);
    }

    /**
     * One of the campaign's teachers, paid in the name of this campaign, round and stage.
     *
     * @param name as the campaign names it below {@code teachers}; null for the main one
     */
    TeacherDesk teacher(String name);

    /** The student of the round before; empty in the first round. */
    Optional<Student> student();

    /**
     * How sure the teacher was, out of fold, of the seeds it was trained on, and whether it was right; empty for a teacher
     * that was trained elsewhere.
     */
    default List<JudgedOpinion> outOfFold() {
        return List.of();
    }

    /** The calibration left in this round by this stage, or else by the nearest stage before it that left one. */
    Optional<Calibration> calibration();

    /** Leaves this stage's calibration for its shards and for later stages; only while preparing. */
    void leave(Calibration calibration);

    /**
     * The texts of a list that the stage's settings name, in the file's order, each once.
     *
     * @throws dev.reflux.config.InvalidCampaignException if the file is missing, empty or broken
     */
    default List<String> texts(TextList list) {
        throw new UnsupportedOperationException("This context reads no lists, got " + list.path());
    }

    /** What the stage before let through, all shards of it. */
    ShardSet previous();

    /** The file that this stage's preparation leaves and its shards read. */
    Path preparation();

    /** Tells the operator how far it is; throws if the work is no longer wanted. */
    void progress(int done, int total);
}
