package dev.reflux.worker.dataset;

import dev.reflux.config.CampaignPlan;
import dev.reflux.config.InvalidCampaignException;
import dev.reflux.worker.campaign.CampaignRefusedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds datasets by what users call them. */
public final class Datasets {

    private static final Pattern ROUND = Pattern.compile("(" + CampaignPlan.NAME_PATTERN + ")@(\\d{1,6})");

    private static final Pattern FILE = Pattern.compile(".*(/|\\\\|\\.(jsonl|json|csv|parquet|gz|zst)$).*");

    private final Path workspace;
    private final FieldNames names;

    /** @param workspace absolute folder in which campaigns are looked for */
    public Datasets(Path workspace) {
        this(workspace, FieldNames.USUAL);
    }

    /** @param names of the fields of files */
    public Datasets(Path workspace, FieldNames names) {
        this.workspace = workspace;
        this.names = names;
    }

    /**
     * A file, else the last finished round of a campaign, or with {@code @ROUND} after its name that round.
     *
     * @throws InvalidCampaignException if it looks like a file that is not there
     * @throws CampaignRefusedException if it looks like a campaign that is not there, or has not finished that round
     * @throws dev.reflux.activities.table.TableException if the file cannot be read
     */
    public Dataset named(String given) {
        Optional<FileDataset> file = file(given);
        if (file.isPresent()) {
            return file.get();
        }
        Optional<KnownCampaign> campaign = KnownCampaign.find(given, workspace);
        if (campaign.isPresent()) {
            return new RoundDataset(campaign.get(), campaign.get().round(null));
        }
        Matcher round = ROUND.matcher(given);
        if (round.matches()) {
            KnownCampaign of = KnownCampaign.named(round.group(1), workspace);
            return new RoundDataset(of, of.round(Integer.valueOf(round.group(2))));
        }
        throw missing(given);
    }

    /** The file of that name; empty where there is none. */
    public Optional<FileDataset> file(String given) {
        Path file = Path.of(given);
        return Files.isRegularFile(file) ? Optional.of(FileDataset.open(file, names)) : Optional.empty();
    }

    /** What to say of a name that neither a file nor a campaign has. */
    public RuntimeException missing(String given) {
        return FILE.matcher(given).matches()
                ? new InvalidCampaignException(
                        "dataset must be a file or a campaign, got " + given + ", where no file is; check the path")
                : new CampaignRefusedException("dataset must be a file or a campaign, got " + given
                        + ", found neither here nor in " + workspace + "; check the name and --workspace");
    }
}
