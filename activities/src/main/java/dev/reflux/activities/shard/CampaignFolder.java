package dev.reflux.activities.shard;

import java.nio.file.Path;

/**
 * The files of one campaign, {@code <workspace>/<campaign>/}, by what they are.
 *
 * <pre>
 * campaign.yaml plan.json summary.json
 * inputs/{seeds,pool,holdout,gold}/shard-*.jsonl.zst
 * rounds/01/1-pseudo-label/shard-*.jsonl.zst      accepted by the stage
 * rounds/01/1-pseudo-label/shard-*.report.json    what the stage made of the shard, and from what
 * rounds/01/1-pseudo-label/preparation.json       what its once-a-round preparation found
 * rounds/01/1-pseudo-label/calibration.json       how its confidence was calibrated
 * rounds/01/merge/1-decontaminate.json            what a step of the round's merge found beside the samples
 * rejected/01/1-pseudo-label/shard-*.jsonl.zst    rejected by it, each with its reason
 * rejected/01/merge/shard-*.jsonl.zst             rejected by the round's merge
 * unsolved/02/shard-*.jsonl.zst                   the pool for round 2 where it goes over what is unsolved
 * dataset/01/shard-*.jsonl.zst                    what the round accepted, merged
 * dataset/01/1-deduplicate.signatures             what a step of the merge keeps of it for the next round
 * students/01.model.zst  students/01.json         the student and its evaluation
 * exports/ report/index.html
 * </pre>
 */
public interface CampaignFolder {

    Path root();

    /** The campaign file as it was given. */
    Path campaignFile();

    Path plan();

    Path summary();

    Path report();

    Path exports();

    ShardSet seeds();

    ShardSet pool();

    ShardSet holdout();

    /** Pool ids under their true labels; a set of no shards where the campaign names no gold. */
    ShardSet gold();

    /** Samples that a stage let through. {@code stage} counts from 1; stage 0 is the pool itself. */
    ShardSet accepted(int round, int stage, String name);

    /** Samples that a stage rejected. Stage 0 is the round's merge, under the name {@code merge}. */
    ShardSet rejected(int round, int stage, String name);

    /** Where a stage's preparation leaves what it found. */
    Path preparation(int round, int stage, String name);

    /** Where a stage's preparation leaves its calibration. */
    Path calibration(int round, int stage, String name);

    /** Where a step of a round's merge leaves what it found beside the samples; {@code step} counts from 1. */
    Path finding(int round, int step, String name);

    /** Pool samples for a round, from 2, that no round before has solved; as many shards as the pool has, some empty. */
    ShardSet unsolved(int round);

    ShardSet dataset(int round);

    /** Rounds whose dataset is there: all from the first to this one; 0 where none is. */
    int mergedRounds();

    /** Where a step of a round's merge keeps what it noted of the dataset; {@code step} counts from 1. */
    Path signatures(int round, int step, String name);

    Path studentModel(int round);

    Path studentReport(int round);
}
