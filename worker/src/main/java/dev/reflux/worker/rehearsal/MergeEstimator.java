package dev.reflux.worker.rehearsal;

import com.fasterxml.jackson.databind.JsonNode;
import dev.reflux.config.CampaignPlan;
import dev.reflux.config.MergePlan;
import dev.reflux.config.TeacherPlan;
import dev.reflux.worker.rehearsal.TeacherRates.Pace;
import java.util.List;
import java.util.Optional;

/**
 * Works out what the merge may ask. A rehearsed merge asks all that there might be to ask, so that a question's length is
 * known, and counts apart what the campaign's own rules would have had it ask.
 */
final class MergeEstimator {

    private static final String NAME = "merge";

    private final CampaignPlan plan;
    private final JsonNode rounds;
    private final List<MergePlan> asking;

    /** @param rounds of the rehearsal's summary */
    MergeEstimator(CampaignPlan plan, JsonNode rounds) {
        this.plan = plan;
        this.rounds = rounds;
        this.asking = plan.merge().stream().filter(step -> step.asks() > 0).toList();
    }

    /**
     * All rounds of it; empty where no step asks anybody.
     *
     * @param samples that go through one round
     */
    Optional<Estimate.Stage> estimate(double samples) {
        if (asking.isEmpty()) {
            return Optional.empty();
        }
        TeacherPlan teacher = teacher();
        TeacherRates rates = new TeacherRates(teacher);
        double merged = samples * plan.rounds().max();
        Calls one = question();
        int asks = asking.stream().mapToInt(MergePlan::asks).sum();
        Calls most = one.times(merged * asks);
        return Optional.of(new Estimate.Stage(
                NAME,
                rates.effort(one.times(merged * wanted()), Pace.USUAL),
                Effort.NONE,
                rates.effort(most.withOutput(most.calls() * longest(teacher)), Pace.SLOW)));
    }

    private TeacherPlan teacher() {
        List<String> named = asking.get(0).teachers();
        return plan.teacher(named.isEmpty() ? null : named.get(0));
    }

    private Calls question() {
        Calls all = Calls.NONE;
        for (JsonNode round : rounds) {
            all = all.plus(Calls.of(round.path(NAME)));
        }
        return all.times(1 / Math.max(1, all.calls()));
    }

    /** Questions about one sample that the rehearsed merge's own rules asked for. */
    private double wanted() {
        double pairs = 0;
        double samples = 0;
        for (JsonNode round : rounds) {
            samples += round.path(NAME).path("input").asDouble();
            for (JsonNode benchmark : round.path("decontamination")) {
                pairs += benchmark.path("judged").path("pairs").asDouble();
            }
        }
        return pairs / Math.max(1, samples);
    }

    private int longest(TeacherPlan teacher) {
        return asking.get(0).settings().findPath("maxOutputTokens").asInt(teacher.maxOutputTokens());
    }
}
