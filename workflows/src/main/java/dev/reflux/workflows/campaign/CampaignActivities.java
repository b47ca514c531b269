package dev.reflux.workflows.campaign;

import io.temporal.activity.ActivityInterface;
import io.temporal.activity.ActivityMethod;

/** What opens and closes a campaign. Running one twice writes the same files and returns the same report. */
@ActivityInterface
public interface CampaignActivities {

    /** Reads and checks the inputs, cuts the pool into shards and leaves the plan in the workspace. */
    @ActivityMethod(name = "open-campaign")
    OpenReport open(OpenRequest request);

    /** Writes {@code summary.json} and the report; when the campaign is finished, its exports too. */
    @ActivityMethod(name = "write-summary")
    CampaignReport.Paths summarize(CloseRequest request);
}
