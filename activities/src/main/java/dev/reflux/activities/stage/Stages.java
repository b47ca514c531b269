package dev.reflux.activities.stage;

import dev.reflux.activities.dataset.merge.MergeSteps;
import dev.reflux.activities.stage.answer.AnswerStage;
import dev.reflux.activities.stage.branchsolvemerge.BranchSolveMergeStage;
import dev.reflux.activities.stage.confidencefilter.ConfidenceFilterStage;
import dev.reflux.activities.stage.converse.ConverseStage;
import dev.reflux.activities.stage.cotrain.CoTrainStage;
import dev.reflux.activities.stage.evolve.EvolveStage;
import dev.reflux.activities.stage.filter.FilterStage;
import dev.reflux.activities.stage.generate.GenerateStage;
import dev.reflux.activities.stage.judge.JudgeStage;
import dev.reflux.activities.stage.personas.PersonasStage;
import dev.reflux.activities.stage.preference.PreferenceStage;
import dev.reflux.activities.stage.pseudolabel.PseudoLabel;
import dev.reflux.activities.stage.rejectionsampling.RejectionSamplingStage;
import dev.reflux.activities.stage.selfconsistency.SelfConsistencyStage;
import dev.reflux.activities.stage.verify.VerifyStage;
import dev.reflux.config.CampaignPlan;
import dev.reflux.config.MergeCatalog;
import dev.reflux.config.PlanJson;
import dev.reflux.config.StageCatalog;
import dev.reflux.config.StagePlan;
import dev.reflux.config.StageSettings;
import java.util.List;
import java.util.Optional;

/** All stages, in the order a reader should see them. A new stage is one package and one line here. */
public final class Stages implements StageCatalog {

    private static final List<Stage<?>> ALL = List.of(
            new PseudoLabel(),
            new CoTrainStage(),
            new ConfidenceFilterStage(),
            new GenerateStage(),
            new PersonasStage(),
            new EvolveStage(),
            new AnswerStage(),
            new BranchSolveMergeStage(),
            new ConverseStage(),
            new FilterStage(),
            new VerifyStage(),
            new JudgeStage(),
            new SelfConsistencyStage(),
            new RejectionSamplingStage(),
            new PreferenceStage());

    public static List<Stage<?>> all() {
        return ALL;
    }

    /** The stage of this name; empty where this release has none. */
    public static Optional<Stage<?>> named(String name) {
        return ALL.stream()
                .<Stage<?>>map(stage -> stage)
                .filter(stage -> stage.name().equals(name))
                .findFirst();
    }

    /** Labels that a plan's stages list, in their order; empty where the seeds' labels are all there is. */
    public static List<String> listedLabels(CampaignPlan plan) {
        return plan.stages().stream()
                .flatMap(stage -> named(stage.name()).stream().flatMap(known -> listedLabels(known, stage).stream()))
                .distinct()
                .toList();
    }

    private static <S extends StageSettings> List<String> listedLabels(Stage<S> stage, StagePlan plan) {
        return stage.listedLabels(PlanJson.mapper().convertValue(plan.settings(), stage.settings()));
    }

    @Override
    public MergeCatalog merging() {
        return new MergeSteps();
    }

    @Override
    public List<String> names() {
        return ALL.stream().map(Stage::name).toList();
    }

    @Override
    public Optional<Class<? extends StageSettings>> settingsOf(String stage) {
        return named(stage).map(Stage::settings);
    }
}
