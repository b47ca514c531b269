package dev.reflux.activities.report.survey;

import com.fasterxml.jackson.databind.JsonNode;
import dev.reflux.activities.shard.CampaignFolder;
import dev.reflux.activities.shard.JsonDocument;
import dev.reflux.config.CampaignPlan;
import java.util.List;
import java.util.TreeSet;

/** The confidences from which on a round accepted its labels, as its filter's preparation left them. */
public final class Thresholds {
    private static final String FILTER = "confidence-filter";

    private Thresholds() {}

    /** Distinct thresholds in [0, 1], rising; empty where the round filtered by none. */
    public static List<Double> of(CampaignFolder folder, CampaignPlan plan, int round) {
        TreeSet<Double> thresholds = new TreeSet<>();
        for (int stage = 1; stage <= plan.stages().size(); stage++) {
            if (plan.stages().get(stage - 1).name().equals(FILTER)) {
                add(plan.stages().get(stage - 1).settings().path("threshold"), thresholds);
                JsonDocument preparation = new JsonDocument(folder.preparation(round, stage, FILTER));
                if (preparation.exists()) {
                    collect(preparation.read(JsonNode.class), thresholds);
                }
            }
        }
        return List.copyOf(thresholds);
    }

    /** One for all labels where a precision is aimed at, one for each label where shares are kept. */
    private static void collect(JsonNode preparation, TreeSet<Double> thresholds) {
        add(preparation.path("precision").path("threshold"), thresholds);
        preparation.path("labels").forEach(label -> add(label.path("confidence"), thresholds));
    }

    private static void add(JsonNode value, TreeSet<Double> thresholds) {
        if (value.isNumber() && value.asDouble() >= 0 && value.asDouble() <= 1) {
            thresholds.add(value.asDouble());
        }
    }
}
