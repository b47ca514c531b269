package dev.reflux.activities.report;

import dev.reflux.activities.card.CardSubject;
import dev.reflux.activities.card.DatasetCard;
import dev.reflux.activities.dataset.MergeFindings;
import dev.reflux.activities.dataset.OpenedCampaign;
import dev.reflux.activities.export.ExportedFile;
import dev.reflux.activities.export.Exports;
import dev.reflux.activities.ledger.BooksLine;
import dev.reflux.activities.report.survey.Diversity;
import dev.reflux.activities.shard.CampaignFolder;
import dev.reflux.config.CampaignPlan;
import dev.reflux.config.Environment;
import dev.reflux.config.Export;
import dev.reflux.workflows.campaign.CampaignReport;
import dev.reflux.workflows.campaign.CloseRequest;
import dev.reflux.workflows.round.RoundReport;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Writes a campaign's summary and report, and its exports once it is finished. Running it twice writes the same files:
 * each is moved into place whole, the summary last, so that a finished summary vouches for everything it names.
 */
public final class CampaignClosing {
    private final Environment environment;

    /** @param environment resolves the placeholders in the paths of chat templates */
    public CampaignClosing(Environment environment) {
        this.environment = environment;
    }

    /**
     * @param books what the ledger has booked for the campaign
     * @return where everything lies, relative to the workspace; {@code dataset} is null before the first round is done
     * @throws dev.reflux.activities.shard.WorkspaceException if a file cannot be written
     * @throws dev.reflux.activities.shard.ShardCorruptException if a shard is not what it was when its round was merged
     */
    public CampaignReport.Paths close(
            CloseRequest request, CampaignFolder folder, CampaignPlan plan, List<BooksLine> books) {
        ClosedCampaign campaign = new ClosedCampaign(request, folder, plan, books);
        Optional<RoundReport> exported = campaign.isFinished() ? campaign.lastRound() : Optional.empty();
        CampaignReport.Paths paths = paths(campaign, exported.isPresent() ? plan.exports() : List.of());
        exported.ifPresent(last -> publish(campaign, last));
        Optional<Diversity> diversity = campaign.lastRound().flatMap(last -> Diversity.of(folder, plan, last.round()));
        HtmlReport.write(campaign, paths, diversity);
        SummaryWriter.write(campaign, paths, diversity);
        return paths;
    }

    private void publish(ClosedCampaign campaign, RoundReport last) {
        CampaignFolder folder = campaign.folder();
        CampaignPlan plan = campaign.plan();
        Exports exports =
                new Exports(folder, () -> Path.of(OpenedCampaign.read(folder).folder()), environment);
        List<ExportedFile> files = exports.write(plan.exports(), last);
        if (!files.isEmpty()) {
            CardSubject subject = new CardSubject(
                    campaign.request(),
                    plan,
                    campaign.books(),
                    files,
                    new MergeFindings(folder, plan, last.round()),
                    TeacherNotice.of(campaign));
            DatasetCard.write(subject, folder);
        }
    }

    private static CampaignReport.Paths paths(ClosedCampaign campaign, List<Export> exports) {
        CampaignFolder folder = campaign.folder();
        return new CampaignReport.Paths(
                relative(folder, folder.summary()),
                relative(folder, folder.report()),
                campaign.lastRound()
                        .map(last -> campaign.name() + "/dataset/" + twoDigits(last.round()))
                        .orElse(null),
                campaign.name() + "/rejected",
                exports.stream()
                        .map(export -> relative(folder, folder.exports().resolve(export.path())))
                        .toList());
    }

    private static String relative(CampaignFolder folder, Path file) {
        return folder.root().getParent().relativize(file).toString().replace('\\', '/');
    }

    private static String twoDigits(int round) {
        return "%02d".formatted(round);
    }
}
