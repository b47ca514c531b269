package dev.reflux.activities.dataset.merge;

import dev.reflux.activities.dataset.merge.balance.BalanceStep;
import dev.reflux.activities.dataset.merge.decontaminate.DecontaminateStep;
import dev.reflux.activities.dataset.merge.deduplicate.DeduplicateStep;
import dev.reflux.activities.dataset.merge.rank.RankStep;
import dev.reflux.activities.dataset.merge.resolve.ResolveStep;
import dev.reflux.activities.dataset.merge.split.SplitStep;
import dev.reflux.config.MergeCatalog;
import dev.reflux.config.MergePlan;
import dev.reflux.config.MergeSettings;
import dev.reflux.config.PlanJson;
import java.util.List;
import java.util.Optional;

/** All steps of the merge, in the order a reader should see them. A new one is one package and one line here. */
public final class MergeSteps implements MergeCatalog {

    private static final List<MergeStep<?>> ALL = List.of(
            new DeduplicateStep(),
            new DecontaminateStep(),
            new ResolveStep(),
            new BalanceStep(),
            new RankStep(),
            new SplitStep());

    public static List<MergeStep<?>> all() {
        return ALL;
    }

    /** Begins a pass of a plan's step; fails if this release has none of that name. */
    static MergePass begin(MergePlan plan, MergeGround ground) {
        return begin(named(plan.name()).orElseThrow(() -> unknown(plan.name())), plan, ground);
    }

    static boolean rewrites(MergePlan plan) {
        return named(plan.name()).orElseThrow(() -> unknown(plan.name())).rewrites();
    }

    private static <S extends MergeSettings> MergePass begin(MergeStep<S> step, MergePlan plan, MergeGround ground) {
        return step.begin(PlanJson.mapper().convertValue(plan.settings(), step.settings()), ground);
    }

    private static IllegalStateException unknown(String name) {
        return new IllegalStateException("Merge step must be one of " + new MergeSteps().names() + ", got " + name
                + "; run the campaign with a release that has it");
    }

    private static Optional<MergeStep<?>> named(String name) {
        return ALL.stream()
                .<MergeStep<?>>map(step -> step)
                .filter(step -> step.name().equals(name))
                .findFirst();
    }

    @Override
    public List<String> names() {
        return ALL.stream().map(MergeStep::name).toList();
    }

    @Override
    public Optional<Class<? extends MergeSettings>> settingsOf(String step) {
        return named(step).map(MergeStep::settings);
    }
}
