package dev.reflux.activities.stage.filter;

import dev.reflux.activities.stage.filter.rules.Bounds;
import dev.reflux.activities.stage.filter.rules.Preset;
import dev.reflux.activities.stage.filter.rules.Rule;
import dev.reflux.config.InvalidSettingException;
import dev.reflux.config.Key;

/** Bounds of one rule, in place of the preset's. */
public record RuleSettings(
        @Key(value = "Which rule.", shorthand = true) Rule rule,

        @Key(
                value = "Lowest value that passes; the preset's where absent.",
                otherwise = Key.ABSENT,
                least = 0,
                most = 1_000_000_000)
        Double least,

        @Key(
                value = "Highest value that passes; the preset's where absent.",
                otherwise = Key.ABSENT,
                least = 0,
                most = 1_000_000_000)
        Double most,

        @Key(
                value = "Characters a text must have for the rule to be asked; the preset's where absent.",
                otherwise = Key.ABSENT,
                least = 0)
        Integer from) {

    public RuleSettings {
        if (least != null && most != null && least > most) {
            throw new InvalidSettingException(
                    "most", "must be at least least, " + least, most.toString(), "swap the two");
        }
    }

    /**
     * What the rule lets pass: these bounds over those of the preset, or of {@code post-training} where that has none.
     *
     * @param preset null where the preset does not have the rule
     */
    Bounds over(Bounds preset) {
        Bounds known = preset == null ? Preset.POST_TRAINING.bounds().get(rule) : preset;
        Bounds base = known == null ? new Bounds(null, null, 0) : known;
        Bounds bounds = new Bounds(
                least == null ? base.least() : least,
                most == null ? base.most() : most,
                from == null ? base.from() : from);
        if (bounds.least() == null && bounds.most() == null) {
            throw new InvalidSettingException(
                    "rules",
                    "must give " + rule.word() + " a bound, for no preset has one",
                    "nothing",
                    "add most: or least:");
        }
        return bounds;
    }
}
