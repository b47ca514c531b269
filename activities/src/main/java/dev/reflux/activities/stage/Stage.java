package dev.reflux.activities.stage;

import dev.reflux.activities.shard.Sample;
import dev.reflux.config.CampaignPlan;
import dev.reflux.config.StageSettings;
import java.util.List;

/**
 * A transform of shards. Has no state of its own: what it finds once a round it leaves in {@link
 * StageContext#preparation()}.
 *
 * <p>A shard may go through a stage more than once, after a crash or on another worker: the same samples and settings must
 * give the same result.
 */
public interface Stage<S extends StageSettings> {

    /** Kebab-case name: the key in a campaign file and the activity type in Temporal. */
    String name();

    /** The record its settings are read into. */
    Class<S> settings();

    /** Labels that its settings list, if they list any: then every seed must bear one of them. */
    default List<String> listedLabels(S settings) {
        return List.of();
    }

    /**
     * What beside samples, settings and preparation determines its results, such as its prompt's fingerprint; empty where
     * there is nothing. Finished shards of another making are made anew.
     */
    default String madeWith(CampaignPlan plan, S settings) {
        return "";
    }

    /** Runs once a round, when the settings' {@link StageSettings#preparation()} says. */
    default void prepare(StageContext context, S settings) {}

    /**
     * Decides on every sample of a shard. Each one is in the result, accepted or rejected with a reason, unless new samples
     * in the result name it among their parents; the order is the stage's own, and always the same.
     */
    List<Sample> process(List<Sample> samples, StageContext context, S settings);
}
