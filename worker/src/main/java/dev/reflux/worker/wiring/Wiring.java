package dev.reflux.worker.wiring;

import dev.reflux.config.CampaignPlan;
import java.nio.file.Path;
import java.util.Map;

/** The house put together: grammar, stages, ledger, workspace and teachers. */
public final class Wiring implements Assembly {
    private final Map<String, String> environment;

    private Wiring(Map<String, String> environment) {
        this.environment = environment;
    }

    public static Wiring of(Map<String, String> environment) {
        return new Wiring(environment);
    }

    @Override
    public CampaignPlan parse(String file, byte[] bytes) {
        throw new UnsupportedOperationException("the grammar is not wired");
    }

    @Override
    public void checkInputs(CampaignPlan plan, Path folder) {
        throw new UnsupportedOperationException("the inputs are not wired");
    }

    @Override
    public String schema() {
        throw new UnsupportedOperationException("the grammar is not wired");
    }

    @Override
    public Staff staff(Path workspace) {
        throw new UnsupportedOperationException("the activities are not wired");
    }
}
