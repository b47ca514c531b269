package dev.reflux.activities.stage;

import dev.reflux.activities.confidence.JudgedOpinion;
import dev.reflux.activities.ledger.LedgerEntry.Payer;
import dev.reflux.activities.shard.CampaignFolder;
import dev.reflux.activities.student.Student;
import dev.reflux.activities.teacher.TeacherDesk;
import dev.reflux.config.CampaignPlan;
import dev.reflux.config.Environment;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** What a worker lends to stages: the workspace, the teachers, the students. Safe for many threads. */
public interface StageTools {

    CampaignFolder folder(String campaign);

    /**
     * A desk at one of the plan's teachers.
     *
     * @param teacher its name below {@code teachers}; null for the main one
     * @param payer in whose name it pays
     * @param budgetUsd what the campaign may cost in all, or null where there is no limit
     */
    TeacherDesk desk(CampaignPlan plan, String teacher, Payer payer, Double budgetUsd);

    /** The variables that a campaign's paths refer to. */
    default Environment environment() {
        return Environment.of(Map.of());
    }

    /** Out-of-fold confidences of the plan's teacher on its seeds; empty for one that was trained elsewhere. */
    List<JudgedOpinion> outOfFold(CampaignPlan plan);

    /** Loads a student that an earlier round trained. */
    Student student(Path model);
}
