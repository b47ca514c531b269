package dev.reflux.activities.stage.branchsolvemerge;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What was found of one showing, criterion by criterion.
 *
 * @param criteria of the sample
 * @param scores one for each criterion
 */
record Findings(List<Branch> criteria, List<Scores> scores) {

    /**
     * The paper's merge, which adds the criteria's scores up, divided by the number of criteria: that alters no order within a
     * sample, whose answers all have the same criteria, and gives samples with other criteria the same scale.
     */
    Scores summed() {
        List<Double> values = new ArrayList<>();
        int shown = scores.get(0).values().size();
        for (int answer = 0; answer < shown; answer++) {
            int place = answer;
            double sum = scores.stream()
                    .mapToDouble(score -> score.values().get(place))
                    .sum();
            values.add(sum / scores.size());
        }
        return new Scores(values, shown());
    }

    /** One line for each criterion: its title, its scores, why. */
    String shown() {
        List<String> lines = new ArrayList<>();
        for (int at = 0; at < criteria.size(); at++) {
            String values = scores.get(at).values().stream()
                    .map(value -> String.valueOf(value.intValue()))
                    .collect(Collectors.joining(" against "));
            lines.add(criteria.get(at).title() + ": " + values + " - "
                    + scores.get(at).rationale());
        }
        return String.join("\n", lines);
    }
}
