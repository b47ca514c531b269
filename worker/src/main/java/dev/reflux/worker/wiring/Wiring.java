package dev.reflux.worker.wiring;

import dev.reflux.activities.stage.Stages;
import dev.reflux.config.CampaignPlan;
import dev.reflux.config.Environment;
import dev.reflux.config.grammar.CampaignGrammar;
import dev.reflux.config.grammar.CampaignSchema;
import java.nio.file.Path;
import java.util.Map;

/** The house put together: grammar, stages, ledger, workspace and teachers. */
public final class Wiring implements Assembly {
    private final Environment environment;

    private Wiring(Environment environment) {
        this.environment = environment;
    }

    /** @param environment the variables that campaigns may refer to */
    public static Wiring of(Map<String, String> environment) {
        return new Wiring(Environment.of(environment));
    }

    @Override
    public CampaignPlan parse(String file, byte[] bytes) {
        return new CampaignGrammar(new Stages(), environment).parse(file, bytes);
    }

    @Override
    public void checkInputs(CampaignPlan plan, Path folder) {
        throw new UnsupportedOperationException("the inputs are not wired");
    }

    @Override
    public String schema() {
        return new CampaignSchema(new Stages()).render();
    }

    @Override
    public Staff staff(Path workspace) {
        throw new UnsupportedOperationException("the activities are not wired");
    }
}
