package dev.reflux.workflows.round;

import dev.reflux.workflows.Tally;
import dev.reflux.workflows.round.RoundReport.StageTally;
import java.util.ArrayList;
import java.util.List;

/** What each stage of a round did so far. */
final class Tallies {

    private final List<StageTally> stages = new ArrayList<>();

    Tallies(List<StagePlace> places, List<StageTally> soFar) {
        for (int index = 0; index < places.size(); index++) {
            stages.add(
                    index < soFar.size()
                            ? soFar.get(index)
                            : new StageTally(places.get(index).name(), Tally.NONE));
        }
    }

    void add(StageReport report) {
        StageTally before = stages.get(report.stage() - 1);
        stages.set(
                report.stage() - 1,
                new StageTally(before.stage(), before.tally().plus(report.tally())));
    }

    List<StageTally> toList() {
        return List.copyOf(stages);
    }

    Tally last() {
        return stages.get(stages.size() - 1).tally();
    }

    double costUsd() {
        return stages.stream().mapToDouble(stage -> stage.tally().costUsd()).sum();
    }
}
