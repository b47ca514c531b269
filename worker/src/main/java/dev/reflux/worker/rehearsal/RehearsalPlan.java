package dev.reflux.worker.rehearsal;

import dev.reflux.activities.dataset.merge.split.SplitSettings;
import dev.reflux.activities.dataset.merge.split.SplitStep;
import dev.reflux.config.CampaignPlan;
import dev.reflux.config.DataFile;
import dev.reflux.config.Inputs;
import dev.reflux.config.MergePlan;
import dev.reflux.config.PlanJson;
import dev.reflux.config.Rounds;
import dev.reflux.config.StagePlan;
import dev.reflux.config.TeacherPlan;
import java.util.Map;
import java.util.TreeMap;

/** The small version of a campaign: few samples, two rounds at most, no budget, and no teacher that is paid. */
public final class RehearsalPlan {

    private static final int MOST_ROUNDS = 2;

    private RehearsalPlan() {}

    /** @param samples of the pool, or made by the first stage, in each round */
    public static CampaignPlan of(CampaignPlan plan, int samples) {
        Map<String, TeacherPlan> teachers = new TreeMap<>();
        plan.teachers().forEach((name, teacher) -> teachers.put(name, rehearsed(teacher)));
        Rounds rounds = plan.rounds();
        return new CampaignPlan(
                plan.campaign(),
                cut(plan.inputs(), samples),
                rehearsed(plan.teacher()),
                teachers,
                null,
                new Rounds(Math.min(MOST_ROUNDS, rounds.max()), null, null, false, rounds.over()),
                plan.shards(),
                plan.stages().stream().map(stage -> cut(stage, samples)).toList(),
                plan.merge().stream().map(RehearsalPlan::inShares).toList(),
                plan.student(),
                plan.exports(),
                plan.card());
    }

    private static TeacherPlan rehearsed(TeacherPlan teacher) {
        return teacher.provider().isRemote() ? teacher.rehearsed() : teacher;
    }

    /** Without gold: of a pool that is cut it may know nothing. */
    private static Inputs cut(Inputs inputs, int samples) {
        DataFile pool = inputs.pool() == null ? null : inputs.pool().cutTo(samples);
        return new Inputs(inputs.seeds(), pool, inputs.holdout(), null);
    }

    /** A number that the campaign's dataset can give to validation or test may be more than a rehearsal has. */
    private static MergePlan inShares(MergePlan step) {
        if (!step.name().equals(new SplitStep().name())) {
            return step;
        }
        SplitSettings settings = PlanJson.mapper().convertValue(step.settings(), SplitSettings.class);
        return new MergePlan(step.name(), PlanJson.mapper().valueToTree(settings.inShares()));
    }

    private static StagePlan cut(StagePlan stage, int samples) {
        return new StagePlan(
                stage.name(),
                stage.role(),
                stage.preparation(),
                Math.min(stage.creates(), samples),
                stage.teachers(),
                stage.lists(),
                stage.settings());
    }
}
