package dev.reflux.workflows;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.reflux.config.Budget;
import dev.reflux.config.CampaignPlan;
import dev.reflux.config.DataFile;
import dev.reflux.config.Inputs;
import dev.reflux.config.Limits;
import dev.reflux.config.MergePlan;
import dev.reflux.config.Preparation;
import dev.reflux.config.Price;
import dev.reflux.config.Provider;
import dev.reflux.config.Rounds;
import dev.reflux.config.Shards;
import dev.reflux.config.StagePlan;
import dev.reflux.config.StudentPlan;
import dev.reflux.config.TaskFields;
import dev.reflux.config.TeacherPlan;
import dev.reflux.config.WorkerRole;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Campaign plans for workflow tests: a labelling stage that prepares at the start, and a filter that sees all shards. */
public final class Plans {

    private Plans() {}

    public static CampaignPlan of(String name, Rounds rounds, Double budgetUsd) {
        DataFile file = new DataFile("any.jsonl", "text", "label", TaskFields.STANDARD, null, 1);
        return new CampaignPlan(
                name,
                new Inputs(file, file, file, null),
                new TeacherPlan(
                        Provider.EMBEDDED,
                        null,
                        null,
                        null,
                        0,
                        16,
                        null,
                        new Limits(4, null, null, Duration.ofSeconds(5)),
                        new Price(0, null, 0)),
                Map.of(),
                budgetUsd == null ? null : new Budget(budgetUsd),
                rounds,
                new Shards(10, 4, Duration.ofSeconds(30)),
                List.of(
                        stage("label", WorkerRole.TEACHER, Preparation.AT_ROUND_START),
                        stage("check", WorkerRole.COMPUTE, Preparation.NONE),
                        stage("admit", WorkerRole.COMPUTE, Preparation.AFTER_ALL_SHARDS)),
                new StudentPlan(StudentPlan.Kind.NGRAM, true, 1),
                List.of());
    }

    /** One round whose merge asks a teacher. */
    public static CampaignPlan judging(String name) {
        CampaignPlan plan = of(name, new Rounds(1, null, null, false), null);
        MergePlan step = new MergePlan("decontaminate", List.of(), 3, List.of(), JsonNodeFactory.instance.objectNode());
        return new CampaignPlan(
                name,
                plan.inputs(),
                plan.teacher(),
                plan.teachers(),
                plan.budget(),
                plan.rounds(),
                plan.shards(),
                plan.stages(),
                List.of(step),
                plan.student(),
                plan.exports());
    }

    private static StagePlan stage(String name, WorkerRole role, Preparation preparation) {
        return new StagePlan(name, role, preparation, 0, List.of(), JsonNodeFactory.instance.objectNode());
    }
}
