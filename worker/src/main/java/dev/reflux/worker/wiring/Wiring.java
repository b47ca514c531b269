package dev.reflux.worker.wiring;

import dev.reflux.activities.dataset.CampaignFingerprint;
import dev.reflux.activities.dataset.CampaignOpening;
import dev.reflux.activities.stage.Stages;
import dev.reflux.config.CampaignPlan;
import dev.reflux.config.Environment;
import dev.reflux.config.grammar.CampaignGrammar;
import dev.reflux.config.grammar.CampaignSchema;
import dev.reflux.workflows.campaign.OpenReport;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** The house put together: grammar, stages, ledger, workspace and teachers. */
public final class Wiring implements Assembly {

    private final Environment environment;
    private final Stages stages = new Stages();

    private Wiring(Environment environment) {
        this.environment = environment;
    }

    /** @param variables what {@code ${NAME}} refers to */
    public static Wiring of(Map<String, String> variables) {
        return new Wiring(Environment.of(variables));
    }

    @Override
    public CampaignPlan parse(String file, byte[] bytes) {
        return new CampaignGrammar(stages, environment).parse(file, bytes);
    }

    @Override
    public OpenReport checkInputs(CampaignPlan plan, Path folder) {
        return new CampaignOpening(environment).check(plan, folder, Stages.listedLabels(plan));
    }

    @Override
    public String fingerprint(CampaignPlan plan, Path folder) {
        return CampaignFingerprint.of(plan, folder, environment);
    }

    @Override
    public String schema() {
        return new CampaignSchema(stages).render();
    }

    @Override
    public List<String> stages() {
        return stages.names();
    }

    @Override
    public List<String> mergeSteps() {
        return stages.merging().names();
    }

    @Override
    public Bench bench(Path scratch, Path workspace) {
        return LocalBench.open(scratch, workspace, environment);
    }

    @Override
    public Staff staff(Path workspace) {
        return Workshop.open(workspace, environment);
    }
}
