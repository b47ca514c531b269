package dev.reflux.worker.rehearsal;

import com.fasterxml.jackson.databind.JsonNode;
import dev.reflux.activities.shard.CampaignFolder;
import dev.reflux.config.CampaignPlan;
import dev.reflux.config.PlanJson;
import dev.reflux.config.Rounds;
import dev.reflux.config.StagePlan;
import dev.reflux.config.TeacherPlan;
import dev.reflux.worker.rehearsal.TeacherRates.Pace;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Works out what a campaign may take from its rehearsal: what a stage asked for its shards grows with the samples, what
 * it asked to prepare a round does not.
 */
public final class Estimator {

    private static final double SHORT_ANSWERS = 0.5;

    private final CampaignPlan plan;
    private final CampaignFolder rehearsed;
    private final JsonNode rounds;
    private final long samples;

    /**
     * @param plan the campaign's own plan
     * @param samples its first round goes over
     * @param rehearsed folder of the rehearsal
     * @param summary of the rehearsal
     */
    public Estimator(CampaignPlan plan, long samples, CampaignFolder rehearsed, JsonNode summary) {
        this.plan = plan;
        this.samples = samples;
        this.rehearsed = rehearsed;
        this.rounds = summary.path("rounds");
    }

    public Estimate estimate() {
        List<Estimate.Stage> stages = new ArrayList<>();
        double passed = 1;
        for (int stage = 1; stage <= plan.stages().size(); stage++) {
            stages.add(stage(stage, passed));
            passed *= passed(tally(0, stage));
        }
        new MergeEstimator(plan, rounds).estimate(samples * merged()).ifPresent(stages::add);
        return Estimate.of(plan.campaign(), inputOf(0), samples, stages);
    }

    /** Share of what a stage gave back, which is more than it was given where it makes new samples. */
    private static double passed(JsonNode tally) {
        double accepted = tally.path("accepted").asDouble();
        double rejected = tally.path("rejected")
                .valueStream()
                .mapToDouble(JsonNode::asDouble)
                .sum();
        return accepted / Math.max(1, accepted + rejected);
    }

    private Estimate.Stage stage(int number, double passed) {
        StagePlan stage = plan.stages().get(number - 1);
        TeacherRates rates = new TeacherRates(teacher(stage));
        Calls first = scaled(0, number);
        Calls further = rounds.size() > 1 ? scaled(1, number) : first;
        int more = plan.rounds().max() - 1;
        Calls expected = adds() ? first : first.plus(further.times(more));
        Calls least = (mayEndEarly() ? first : expected).times(passed);
        Calls all = first.plus((adds() ? first : further).times(more)).times(draws(stage));
        return new Estimate.Stage(
                stage.name(),
                rates.effort(expected, Pace.USUAL),
                rates.effort(least.withOutput(least.outputTokens() * SHORT_ANSWERS), Pace.QUICK),
                rates.effort(all.withOutput(all.calls() * longest(stage)), Pace.SLOW));
    }

    /** Samples that the merge saw for each that the first round went over. */
    private double merged() {
        return rounds.path(0).path("merge").path("input").asDouble() / Math.max(1, inputOf(0));
    }

    /** What one round takes with all samples. */
    private Calls scaled(int round, int stage) {
        Calls whole = Calls.of(tally(round, stage));
        Calls preparing = Calls.of(preparation(round + 1, stage));
        return whole.minus(preparing)
                .times((double) samples / Math.max(1, inputOf(0)))
                .plus(preparing);
    }

    private JsonNode tally(int round, int stage) {
        return rounds.path(round).path("stages").path(stage - 1);
    }

    private JsonNode preparation(int round, int stage) {
        Path file = rehearsed
                .preparation(round, stage, plan.stages().get(stage - 1).name())
                .resolveSibling("preparation.report.json");
        try {
            return Files.exists(file)
                    ? PlanJson.mapper().readTree(Files.readAllBytes(file)).path("tally")
                    : PlanJson.mapper().createObjectNode();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file + " of the rehearsal; check its disk", e);
        }
    }

    private long inputOf(int round) {
        return tally(round, 1).path("input").asLong();
    }

    /** Further rounds go only over what the first could not solve: nothing, where everything passes. */
    private boolean adds() {
        return plan.rounds().over() == Rounds.Over.UNSOLVED;
    }

    private boolean mayEndEarly() {
        return adds()
                || plan.rounds().target() != null
                || plan.rounds().stopWhen() != null
                || plan.rounds().approve();
    }

    private TeacherPlan teacher(StagePlan stage) {
        return plan.teacher(stage.teachers().isEmpty() ? null : stage.teachers().get(0));
    }

    /** A stage may have its settings for asking in a group of their own. */
    private static int draws(StagePlan stage) {
        return stage.settings().findValues("draws").stream()
                .mapToInt(JsonNode::asInt)
                .max()
                .orElse(1);
    }

    private int longest(StagePlan stage) {
        return stage.settings().findValues("maxOutputTokens").stream()
                .mapToInt(JsonNode::asInt)
                .max()
                .orElse(teacher(stage).maxOutputTokens());
    }
}
