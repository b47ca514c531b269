package dev.reflux.activities.dataset.merge.resolve;

import dev.reflux.config.InvalidSettingException;
import dev.reflux.config.Key;
import dev.reflux.config.MergeSettings;
import java.util.Locale;

/** Settings of {@code resolve}. */
public record ResolveSettings(
        @Key(value = "What becomes of samples that say different things to one prompt.", otherwise = "confidence")
        Keep keep,

        @Key(
                value =
                        "Name of the verdict whose score is meant, such as judge/helpfulness; the sample's confidence where absent.",
                otherwise = Key.ABSENT)
        String by,

        @Key(value = "Least difference between the scores of a pair.", otherwise = "0", least = 0)
        double margin)
        implements MergeSettings {

    /** What becomes of samples that say different things to one prompt. */
    public enum Keep {
        /** Those that say what the one with the highest score says stay. */
        CONFIDENCE,
        /** Those that say what most of them say stay; a label's vote weighs as much as its confidence. */
        VOTE,
        /** The one with the highest score stays, as a preference pair with what the one with the lowest says. */
        PAIR,
        /** None stays. */
        REJECT_ALL
    }

    public ResolveSettings {
        if (margin > 0 && keep != Keep.PAIR) {
            throw unused("margin", String.valueOf(margin), keep);
        }
        if (by != null && keep != Keep.PAIR && keep != Keep.CONFIDENCE) {
            throw unused("by", by, keep);
        }
    }

    private static InvalidSettingException unused(String key, String value, Keep keep) {
        return new InvalidSettingException(
                key,
                "must be left out where keep is "
                        + keep.name().toLowerCase(Locale.ROOT).replace('_', '-') + ", which does not read it",
                value,
                "remove it, or write keep: pair");
    }
}
