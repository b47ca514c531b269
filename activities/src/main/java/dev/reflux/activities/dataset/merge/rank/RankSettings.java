package dev.reflux.activities.dataset.merge.rank;

import dev.reflux.config.InvalidSettingException;
import dev.reflux.config.Key;
import dev.reflux.config.MergeSettings;
import java.util.List;

/** Settings of {@code rank}. */
public record RankSettings(
        @Key(
                value =
                        "What is multiplied into the score: names of verdicts, `confidence`, or `length` in characters.",
                otherwise = "[judge/quality, judge/complexity]")
        List<String> by,

        @Key(value = "Most samples that stay.", otherwise = Key.ABSENT, least = 1)
        Integer keep,

        @Key(
                value = "Most samples that stay, as a share of those that have a score.",
                otherwise = Key.ABSENT,
                least = 0,
                most = 1)
        Double share,

        @Key(value = "What makes samples a group, of which the best `most` stay.", otherwise = Key.ABSENT)
        Per per,

        @Key(value = "Most samples of a group that stay.", otherwise = Key.ABSENT, least = 1)
        Integer most,

        @Key(value = "Drops what means nearly the same as a better one, by sentence vectors.", otherwise = Key.ABSENT)
        DiverseSettings diverse)
        implements MergeSettings {

    /** What makes samples a group. */
    public enum Per {
        /** The label; samples without one are a group. */
        LABEL,
        /** The input file they come from, or were made from. */
        SOURCE,
        /** The language of the text; samples whose language is not certain are a group. */
        LANGUAGE
    }

    public RankSettings {
        by = List.copyOf(by);
        if (by.isEmpty()) {
            throw new InvalidSettingException(
                    "by", "must name at least one", "[]", "leave it out, or write [confidence]");
        }
        for (int i = 0; i < by.size(); i++) {
            if (!Score.isKnown(by.get(i))) {
                throw new InvalidSettingException(
                        "by[" + i + "]",
                        "must be confidence, length, or the name of a verdict",
                        by.get(i),
                        "write a verdict as its stage and aspect, such as judge/quality");
            }
        }
        requireTogether(per, most);
        requireALimit(keep, share, most, diverse);
    }

    private static void requireALimit(Integer keep, Double share, Integer most, DiverseSettings diverse) {
        if (keep != null && share != null) {
            throw new InvalidSettingException(
                    "share", "must be left out where keep is given", share.toString(), "choose one of them");
        }
        if (keep == null && share == null && most == null && diverse == null) {
            throw new InvalidSettingException(
                    "keep",
                    "must say how many samples stay, unless share, most or diverse does",
                    "nothing",
                    "write keep: 6000, share: 0.5 or diverse: {}");
        }
    }

    private static void requireTogether(Per per, Integer most) {
        if (per != null && most == null) {
            throw new InvalidSettingException(
                    "most", "must be given where per is", "nothing", "write the most samples of a group that stay");
        }
        if (per == null && most != null) {
            throw new InvalidSettingException(
                    "per", "must be given where most is", "nothing", "write per: label, source or language");
        }
    }
}
