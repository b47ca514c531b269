package dev.reflux.worker.wiring;

import dev.reflux.activities.confidence.JudgedOpinion;
import dev.reflux.activities.ledger.LedgerEntry.Payer;
import dev.reflux.activities.shard.CampaignFolder;
import dev.reflux.activities.shard.LocalWorkspace;
import dev.reflux.activities.stage.StageTools;
import dev.reflux.activities.student.Student;
import dev.reflux.activities.student.StudentTraining;
import dev.reflux.activities.teacher.Teacher;
import dev.reflux.activities.teacher.TeacherDesk;
import dev.reflux.activities.teacher.desk.TeacherDesks;
import dev.reflux.config.CampaignPlan;
import dev.reflux.config.Environment;
import java.nio.file.Path;
import java.util.List;

/** What this worker lends to stages. */
record LentTools(LocalWorkspace workspace, TeacherDesks desks, TeacherRegister teachers, Environment environment)
        implements StageTools {

    @Override
    public CampaignFolder folder(String campaign) {
        return workspace.folder(campaign);
    }

    @Override
    public TeacherDesk desk(CampaignPlan plan, String teacher, Payer payer, Double budgetUsd) {
        Teacher asked = teachers.teacher(plan, teacher, folder(plan.campaign()));
        return desks.open(plan.teacher(teacher), asked, payer, budgetUsd);
    }

    @Override
    public List<JudgedOpinion> outOfFold(CampaignPlan plan) {
        return teachers.outOfFold(plan, folder(plan.campaign()));
    }

    @Override
    public Student student(Path model) {
        return StudentTraining.load(model);
    }
}
