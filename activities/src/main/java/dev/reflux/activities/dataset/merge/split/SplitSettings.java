package dev.reflux.activities.dataset.merge.split;

import dev.reflux.activities.dataset.merge.deduplicate.MinHashSettings;
import dev.reflux.config.InvalidSettingException;
import dev.reflux.config.Key;
import dev.reflux.config.MergeSettings;
import dev.reflux.config.Split;

/** Settings of {@code split}. What neither share takes is for training. */
public record SplitSettings(
        @Key(value = "Share of the samples for validation.", otherwise = "0.1", least = 0, most = 1)
        double validation,

        @Key(value = "Share of the samples for the test.", otherwise = "0.1", least = 0, most = 1)
        double test,

        @Key(value = "Holds the shares within each label, not over the whole alone.", otherwise = "false")
        boolean stratified,

        @Key(value = "Another number gives another split.", otherwise = "1")
        int randomSeed,

        @Key(value = "How alike two samples are that must be in the same part.", otherwise = "{}")
        MinHashSettings near)
        implements MergeSettings {

    public SplitSettings {
        if (validation + test >= 1) {
            throw new InvalidSettingException(
                    "validation",
                    "must leave something for training beside test, " + test,
                    String.valueOf(validation),
                    "lower one of the two: together they must be less than 1");
        }
    }

    double share(Split part) {
        return switch (part) {
            case TRAIN -> 1 - validation - test;
            case VALIDATION -> validation;
            case TEST -> test;
        };
    }
}
