package dev.reflux.worker.campaign;

import dev.reflux.activities.report.TeacherNotice;
import dev.reflux.config.CampaignPlan;
import dev.reflux.workflows.SearchAttributes;
import dev.reflux.workflows.TaskQueues;
import dev.reflux.workflows.WorkflowIds;
import dev.reflux.workflows.campaign.CampaignRequest;
import io.temporal.api.enums.v1.WorkflowIdConflictPolicy;
import io.temporal.api.enums.v1.WorkflowIdReusePolicy;
import io.temporal.client.WorkflowOptions;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** How a campaign is started: under its name, beside none of that name that is open, with its fingerprint
 * and what must be known of its teacher in the memo. */
final class CampaignStart {
    static final String FINGERPRINT = "fingerprint";
    static final String NOTICE = "notice";

    private CampaignStart() {}

    static WorkflowOptions options(LoadedCampaign campaign) {
        return WorkflowOptions.newBuilder()
                .setWorkflowId(WorkflowIds.campaign(campaign.name()))
                .setTaskQueue(TaskQueues.CAMPAIGNS)
                .setWorkflowIdConflictPolicy(WorkflowIdConflictPolicy.WORKFLOW_ID_CONFLICT_POLICY_FAIL)
                .setWorkflowIdReusePolicy(WorkflowIdReusePolicy.WORKFLOW_ID_REUSE_POLICY_ALLOW_DUPLICATE)
                .setMemo(memo(campaign))
                .setTypedSearchAttributes(io.temporal.common.SearchAttributes.newBuilder()
                        .set(SearchAttributes.CAMPAIGN, campaign.name())
                        .set(SearchAttributes.STATE, "opening")
                        .build())
                .setStaticSummary(summary(campaign.plan()))
                .build();
    }

    static CampaignRequest request(LoadedCampaign campaign) {
        return new CampaignRequest(campaign.plan(), campaign.folder().toString(), campaign.fingerprint(), null);
    }

    private static Map<String, Object> memo(LoadedCampaign campaign) {
        Map<String, Object> memo = new TreeMap<>();
        memo.put(FINGERPRINT, campaign.fingerprint());
        TeacherNotice.of(campaign.plan()).ifPresent(notice -> memo.put(NOTICE, notice));
        return memo;
    }

    private static String summary(CampaignPlan plan) {
        String model = plan.teacher().model() == null
                ? plan.teacher().provider().name().toLowerCase(Locale.ROOT)
                : plan.teacher().model();
        return model + " · " + plan.stages().size() + " stages · at most "
                + plan.rounds().max() + " rounds";
    }
}
