package dev.reflux.activities.campaign;

import dev.reflux.workflows.campaign.CampaignActivities;
import dev.reflux.workflows.campaign.CampaignReport;
import dev.reflux.workflows.campaign.CloseRequest;
import dev.reflux.workflows.campaign.OpenReport;
import dev.reflux.workflows.campaign.OpenRequest;
import java.util.function.Function;

/** Opens and closes campaigns on behalf of Temporal. */
public final class CampaignActivitiesImpl implements CampaignActivities {

    private final Function<OpenRequest, OpenReport> opening;
    private final Function<CloseRequest, CampaignReport.Paths> closing;

    /** Both must bear running twice: the same request writes the same files. */
    public CampaignActivitiesImpl(
            Function<OpenRequest, OpenReport> opening, Function<CloseRequest, CampaignReport.Paths> closing) {
        this.opening = opening;
        this.closing = closing;
    }

    @Override
    public OpenReport open(OpenRequest request) {
        return ActivityFailures.mapped(pulse -> opening.apply(request));
    }

    @Override
    public CampaignReport.Paths summarize(CloseRequest request) {
        return ActivityFailures.mapped(pulse -> closing.apply(request));
    }
}
