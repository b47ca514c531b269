package dev.reflux.worker.command;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.reflux.activities.dataset.CampaignFingerprint;
import dev.reflux.config.CampaignPlan;
import dev.reflux.config.Environment;
import dev.reflux.config.InvalidCampaignException;
import dev.reflux.config.PlanJson;
import dev.reflux.config.WorkerRole;
import dev.reflux.worker.wiring.Assembly;
import dev.reflux.worker.wiring.Bench;
import dev.reflux.worker.wiring.Staff;
import dev.reflux.workflows.campaign.OpenReport;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A house whose campaign files are JSON plans and whose activities only count. */
final class FakeHouse implements Assembly {
    final FakeActivities activities = new FakeActivities();

    /** What the machine lacks for the role of sandboxes, or null. */
    String lack;

    /** A campaign file of one round and one stage. */
    static String campaign(String name, String more) {
        return """
                {"campaign": "%s", "inputs": {"seeds": {"path": "seeds.jsonl"}, "pool": {"path": "pool.jsonl"},
                 "holdout": {"path": "holdout.jsonl"}},
                 "teacher": {"provider": "embedded", "maxOutputTokens": 1,
                 "limits": {"concurrency": 1, "timeout": "PT1S"}, "price": {}},
                 "rounds": {"max": 1}, "shards": {"size": 10, "window": 2, "heartbeatTimeout": "PT20S"},
                 "stages": [{"name": "pseudo-label", "role": "teacher", "preparation": "none", "settings": {}}],
                 "student": {"kind": "ngram", "weighted": true, "seedWeight": 1}, "exports": []%s}
                """.formatted(name, more);
    }

    @Override
    public CampaignPlan parse(String file, byte[] bytes) {
        try {
            return PlanJson.mapper().readValue(new String(bytes, StandardCharsets.UTF_8), CampaignPlan.class);
        } catch (JsonProcessingException wrong) {
            throw new InvalidCampaignException(file + " line 1: must be a campaign");
        }
    }

    @Override
    public OpenReport checkInputs(CampaignPlan plan, Path folder) {
        return new OpenReport(0, 16, 0, 0, 0, 1, 0);
    }

    @Override
    public String fingerprint(CampaignPlan plan, Path folder) {
        return CampaignFingerprint.of(plan, folder, Environment.of(Map.of()));
    }

    @Override
    public String schema() {
        return "{\"type\": \"object\"}";
    }

    @Override
    public List<String> stages() {
        return List.of("pseudo-label");
    }

    @Override
    public List<String> mergeSteps() {
        return List.of();
    }

    @Override
    public Bench bench(Path scratch, Path workspace) {
        throw new UnsupportedOperationException("this house has no bench");
    }

    @Override
    public Staff staff(Path workspace) {
        activities.workspace = workspace;
        return new Staff() {
            @Override
            public List<Object> activitiesOf(WorkerRole role) {
                return List.of(activities, activities.stages());
            }

            @Override
            public Optional<String> lack(WorkerRole role) {
                return role == WorkerRole.SANDBOX ? Optional.ofNullable(lack) : Optional.empty();
            }

            @Override
            public void close() {}
        };
    }
}
