package dev.reflux.activities.report.survey;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.reflux.activities.shard.CampaignFolder;
import dev.reflux.activities.shard.WorkspaceException;
import dev.reflux.config.CampaignPlan;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;

/** The confidences from which on a round accepted its labels, as its filter's preparation left them. */
public final class Thresholds {
    private static final String FILTER = "confidence-filter";
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private Thresholds() {}

    /** Distinct thresholds in [0, 1], rising; empty where the round filtered by none. */
    public static List<Double> of(CampaignFolder folder, CampaignPlan plan, int round) {
        TreeSet<Double> thresholds = new TreeSet<>();
        for (int stage = 1; stage <= plan.stages().size(); stage++) {
            if (plan.stages().get(stage - 1).name().equals(FILTER)) {
                Path file = folder.preparation(round, stage, FILTER);
                collect(read(file), thresholds);
            }
        }
        return List.copyOf(thresholds);
    }

    private static void collect(JsonNode preparation, TreeSet<Double> thresholds) {
        add(preparation.path("threshold"), thresholds);
        preparation.path("thresholds").forEach(one -> {
            add(one, thresholds);
            add(one.path("threshold"), thresholds);
        });
    }

    private static void add(JsonNode value, TreeSet<Double> thresholds) {
        if (value.isNumber() && value.asDouble() >= 0 && value.asDouble() <= 1) {
            thresholds.add(value.asDouble());
        }
    }

    private static JsonNode read(Path file) {
        if (!Files.exists(file)) {
            return JSON.createObjectNode();
        }
        try {
            return JSON.readTree(file.toFile());
        } catch (IOException e) {
            throw new WorkspaceException(
                    "File " + file + " must be what a " + FILTER + " left, in JSON, got " + e.getMessage()
                            + "; start the campaign again: it makes anew what is broken",
                    e);
        }
    }
}
