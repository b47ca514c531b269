package dev.reflux.activities.stage.propagate;

import dev.reflux.config.Key;
import dev.reflux.config.Preparation;
import dev.reflux.config.StageSettings;

/** How far a text is judged by the texts that resemble it. */
public record PropagateSettings(
        @Key(
                value = "How many of the most similar texts a text is compared with.",
                otherwise = "10",
                least = 1,
                most = 100)
        int neighbours,

        @Key(
                value = "Weight of the similar texts' labels beside the text's own.",
                otherwise = "0.8",
                least = 0,
                most = 0.99)
        double neighbourWeight)
        implements StageSettings {

    @Override
    public Preparation preparation() {
        return Preparation.AFTER_ALL_SHARDS;
    }
}
