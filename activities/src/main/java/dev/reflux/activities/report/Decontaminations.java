package dev.reflux.activities.report;

import dev.reflux.activities.dataset.merge.decontaminate.DecontaminateStep;
import dev.reflux.activities.dataset.merge.decontaminate.Decontamination;
import dev.reflux.activities.shard.CampaignFolder;
import dev.reflux.activities.shard.JsonDocument;
import dev.reflux.config.CampaignPlan;
import java.util.ArrayList;
import java.util.List;

/** What the steps of a round's merge found of benchmarks. */
final class Decontaminations {

    private Decontaminations() {}

    /** One for each step of the plan that decontaminates and has left its findings; empty where there is none. */
    static List<Decontamination> of(CampaignFolder folder, CampaignPlan plan, int round) {
        List<Decontamination> found = new ArrayList<>();
        for (int step = 1; step <= plan.merge().size(); step++) {
            if (plan.merge().get(step - 1).name().equals(DecontaminateStep.NAME)) {
                JsonDocument findings = new JsonDocument(folder.finding(round, step, DecontaminateStep.NAME));
                if (findings.exists()) {
                    found.add(findings.read(Decontamination.class));
                }
            }
        }
        return found;
    }
}
