package dev.reflux.activities.dataset;

import dev.reflux.activities.shard.CampaignFolder;
import dev.reflux.activities.shard.ShardSet;
import java.util.Locale;

/** What an input is for. */
enum InputKind {
    SEEDS,
    POOL,
    HOLDOUT,
    GOLD;

    ShardSet in(CampaignFolder folder) {
        return switch (this) {
            case SEEDS -> folder.seeds();
            case POOL -> folder.pool();
            case HOLDOUT -> folder.holdout();
            case GOLD -> folder.gold();
        };
    }

    /** Where a campaign file names it. */
    String key() {
        return "inputs." + name().toLowerCase(Locale.ROOT);
    }
}
