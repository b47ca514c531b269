package dev.reflux.worker.rehearsal;

import java.util.List;

/**
 * What a campaign may take, by stage.
 *
 * @param rehearsed samples that were rehearsed in the first round
 * @param samples samples the campaign's first round goes over
 */
public record Estimate(String campaign, long rehearsed, long samples, List<Stage> stages, Stage total) {

    /**
     * One stage over all rounds.
     *
     * @param expected everything passes, every answer is as long as the rehearsed one
     * @param least only the rounds that there must be, what the filters let through in the rehearsal, answers half as long
     * @param most all rounds, every question drawn as often as the stage may, every answer as long as it may be
     */
    public record Stage(String stage, Effort expected, Effort least, Effort most) {

        Stage plus(Stage other) {
            return new Stage(stage, expected.plus(other.expected), least.plus(other.least), most.plus(other.most));
        }
    }

    static Estimate of(String campaign, long rehearsed, long samples, List<Stage> stages) {
        Stage none = new Stage("all", Effort.NONE, Effort.NONE, Effort.NONE);
        return new Estimate(
                campaign,
                rehearsed,
                samples,
                List.copyOf(stages),
                stages.stream().reduce(none, Stage::plus));
    }
}
