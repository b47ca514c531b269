package dev.reflux.worker.wiring;

import dev.reflux.config.CampaignPlan;
import dev.reflux.workflows.campaign.OpenReport;
import java.nio.file.Path;
import java.util.List;

/** What commands need of the rest of the house. */
public interface Assembly {
    /**
     * Reads a campaign file.
     *
     * @param file its name, for messages
     * @throws dev.reflux.config.InvalidCampaignException if it is wrong, naming line and path
     */
    CampaignPlan parse(String file, byte[] bytes);

    /**
     * Reads the inputs of a campaign whole, counts them and writes nothing.
     *
     * @param folder folder of the campaign file
     * @throws dev.reflux.config.InvalidCampaignException if one cannot be used, naming file and line
     */
    OpenReport checkInputs(CampaignPlan plan, Path folder);

    /** SHA-256 of a plan and its input files: two campaigns of one name must not differ in it. */
    String fingerprint(CampaignPlan plan, Path folder);

    /** JSON Schema of a campaign file, as JSON text. */
    String schema();

    /** Names of the stages. */
    List<String> stages();

    /** Names of the merge's steps. */
    List<String> mergeSteps();

    /**
     * A bench to apply single steps on.
     *
     * @param scratch folder of its own, for samples under way
     * @param workspace folder whose ledger knows what was asked before; created where it is not there
     */
    Bench bench(Path scratch, Path workspace);

    /** The activities over one workspace, ready to run. */
    Staff staff(Path workspace);
}
