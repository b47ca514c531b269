package dev.reflux.worker.wiring;

import dev.reflux.activities.shard.ShardSet;
import dev.reflux.config.CampaignPlan;
import dev.reflux.workflows.Tally;
import java.nio.file.Path;
import java.util.function.LongConsumer;

/** Does what workers do, in the calling thread and without a Temporal. */
public interface Bench extends AutoCloseable {

    /**
     * What became of the samples.
     *
     * @param accepted those that the step let through
     * @param rejected the others, each with its reason
     */
    record Applied(Tally tally, ShardSet accepted, ShardSet rejected) {}

    /**
     * Reads a plan's inputs and applies its one merge step, or where it has none its one stage.
     *
     * @param folder folder of the campaign file
     * @param progress told how many samples are done
     * @throws dev.reflux.config.InvalidCampaignException if an input cannot be used, naming file and line
     */
    Applied apply(CampaignPlan plan, Path folder, LongConsumer progress);

    @Override
    void close();
}
