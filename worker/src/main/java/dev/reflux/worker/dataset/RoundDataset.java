package dev.reflux.worker.dataset;

import dev.reflux.activities.dataset.RoundMerge;
import dev.reflux.activities.shard.CampaignFolder;
import dev.reflux.activities.shard.Sample;
import dev.reflux.config.CampaignPlan;
import java.util.function.Consumer;

/**
 * The dataset of a campaign's round, beside it what its stages and its merge rejected: of that round, and where rounds add up
 * of all before it too.
 */
final class RoundDataset implements Dataset {

    private final KnownCampaign campaign;
    private final int round;

    RoundDataset(KnownCampaign campaign, int round) {
        this.campaign = campaign;
        this.round = round;
    }

    @Override
    public String name() {
        return campaign.name() + "@" + round;
    }

    @Override
    public void samples(Consumer<Sample> consumer) {
        campaign.folder().dataset(round).forEach(consumer);
    }

    @Override
    public void rejected(Consumer<Sample> consumer) {
        CampaignFolder folder = campaign.folder();
        CampaignPlan plan = campaign.plan();
        for (int of = plan.addsUp() ? 1 : round; of <= round; of++) {
            for (int stage = 1; stage <= plan.stages().size(); stage++) {
                String name = plan.stages().get(stage - 1).name();
                folder.rejected(of, stage, name).forEach(consumer);
            }
            folder.rejected(of, 0, RoundMerge.NAME).forEach(consumer);
        }
    }

    @Override
    public BadLines bad() {
        return new BadLines();
    }
}
