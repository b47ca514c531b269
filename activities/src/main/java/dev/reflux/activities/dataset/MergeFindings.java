package dev.reflux.activities.dataset;

import dev.reflux.activities.dataset.merge.MergeStep;
import dev.reflux.activities.dataset.merge.balance.Balance;
import dev.reflux.activities.dataset.merge.balance.BalanceSettings;
import dev.reflux.activities.dataset.merge.balance.BalanceStep;
import dev.reflux.activities.dataset.merge.decontaminate.DecontaminateStep;
import dev.reflux.activities.dataset.merge.decontaminate.Decontamination;
import dev.reflux.activities.dataset.merge.deduplicate.DeduplicateStep;
import dev.reflux.activities.dataset.merge.deduplicate.Duplicates;
import dev.reflux.activities.dataset.merge.rank.RankSettings;
import dev.reflux.activities.dataset.merge.rank.RankStep;
import dev.reflux.activities.dataset.merge.rank.Ranking;
import dev.reflux.activities.dataset.merge.resolve.Resolution;
import dev.reflux.activities.dataset.merge.resolve.ResolveSettings;
import dev.reflux.activities.dataset.merge.resolve.ResolveStep;
import dev.reflux.activities.dataset.merge.split.Division;
import dev.reflux.activities.dataset.merge.split.SplitSettings;
import dev.reflux.activities.dataset.merge.split.SplitStep;
import dev.reflux.activities.shard.CampaignFolder;
import dev.reflux.activities.shard.JsonDocument;
import dev.reflux.config.CampaignPlan;
import dev.reflux.config.MergePlan;
import dev.reflux.config.MergeSettings;
import dev.reflux.config.PlanJson;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What the steps of a round's merge found beside the samples, as {@link RoundMerge} left it: for each kind of step those of
 * that kind, in the plan's order, that have left anything.
 */
public record MergeFindings(CampaignFolder folder, CampaignPlan plan, int round) {

    /** What one step found, with the settings it went by. */
    public record Found<S, T>(S settings, T findings) {}

    public List<Duplicates> duplicates() {
        return findings(new DeduplicateStep(), Duplicates.class);
    }

    public List<Decontamination> decontaminations() {
        return findings(new DecontaminateStep(), Decontamination.class);
    }

    public List<Found<ResolveSettings, Resolution>> resolutions() {
        return of(new ResolveStep(), Resolution.class);
    }

    public List<Found<BalanceSettings, Balance>> balances() {
        return of(new BalanceStep(), Balance.class);
    }

    public List<Found<RankSettings, Ranking>> rankings() {
        return of(new RankStep(), Ranking.class);
    }

    public List<Found<SplitSettings, Division>> divisions() {
        return of(new SplitStep(), Division.class);
    }

    private <T> List<T> findings(MergeStep<?> step, Class<T> type) {
        return numbers(step).mapToObj(number -> file(number).read(type)).toList();
    }

    private <S extends MergeSettings, T> List<Found<S, T>> of(MergeStep<S> step, Class<T> type) {
        return numbers(step)
                .mapToObj(number -> new Found<>(
                        PlanJson.mapper().convertValue(planned(number).settings(), step.settings()),
                        file(number).read(type)))
                .toList();
    }

    /** Of the steps of a kind that have left anything, from 1. */
    private IntStream numbers(MergeStep<?> step) {
        return IntStream.rangeClosed(1, plan.merge().size())
                .filter(number -> planned(number).name().equals(step.name()))
                .filter(number -> file(number).exists());
    }

    private MergePlan planned(int number) {
        return plan.merge().get(number - 1);
    }

    private JsonDocument file(int number) {
        return new JsonDocument(folder.finding(round, number, planned(number).name()));
    }
}
