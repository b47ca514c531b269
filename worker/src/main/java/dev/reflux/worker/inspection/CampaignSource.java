package dev.reflux.worker.inspection;

import dev.reflux.activities.dataset.RoundMerge;
import dev.reflux.activities.shard.CampaignFolder;
import dev.reflux.activities.shard.ShardSet;
import dev.reflux.worker.dataset.KnownCampaign;
import java.nio.file.Files;

/** A campaign's inputs, what its stages and merges let through and rejected, and its datasets, as far as they are there. */
final class CampaignSource implements Source {

    static final String DATASET = "dataset";

    private final KnownCampaign campaign;
    private final CampaignFolder folder;

    CampaignSource(KnownCampaign campaign) {
        this.campaign = campaign;
        this.folder = campaign.folder();
    }

    @Override
    public String name() {
        return campaign.name();
    }

    @Override
    public void read(Taker taker) {
        read(folder.gold(), 0, "gold", taker);
        read(folder.holdout(), 0, "holdout", taker);
        read(folder.seeds(), 0, "seeds", taker);
        read(folder.pool(), 0, "pool", taker);
        for (int round = 1; hasBegun(round); round++) {
            for (int stage = 1; stage <= campaign.plan().stages().size(); stage++) {
                String name = stageName(stage);
                read(folder.accepted(round, stage, name), round, name, taker);
                read(folder.rejected(round, stage, name), round, name, taker);
            }
            read(folder.rejected(round, 0, RoundMerge.NAME), round, RoundMerge.NAME, taker);
            read(folder.dataset(round), round, DATASET, taker);
        }
    }

    private boolean hasBegun(int round) {
        return Files.isDirectory(folder.accepted(round, 1, stageName(1)).file(1).getParent());
    }

    private String stageName(int stage) {
        return campaign.plan().stages().get(stage - 1).name();
    }

    /** While a stage is at work, shards are missing among those that are there. */
    private static void read(ShardSet shards, int round, String step, Taker taker) {
        for (int shard = 1; shard <= shards.count(); shard++) {
            if (shards.holds(shard)) {
                Place place = new Place(round, step, shards.file(shard).toString());
                shards.read(shard).forEach(sample -> taker.take(place, sample));
            }
        }
    }
}
