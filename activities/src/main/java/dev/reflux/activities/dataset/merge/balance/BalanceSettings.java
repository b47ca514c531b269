package dev.reflux.activities.dataset.merge.balance;

import dev.reflux.config.InvalidSettingException;
import dev.reflux.config.Key;
import dev.reflux.config.MergeSettings;
import java.util.List;

/** Settings of {@code balance}. */
public record BalanceSettings(
        @Key("What makes samples a group.") By by,

        @Key(value = "Samples of one group at most.", otherwise = Key.ABSENT, least = 1)
        Integer most,

        @Key(value = "Samples of groups that are named, in place of most.", otherwise = "[]")
        List<Quota> quotas,

        @Key(
                value = "Samples of one group at most, as a multiple of the smallest group.",
                otherwise = Key.ABSENT,
                least = 1)
        Double toSmallest,

        @Key(
                value = "Share of one group at most in what is left of all of them.",
                otherwise = Key.ABSENT,
                least = 0.001,
                most = 1)
        Double share,

        @Key(value = "Topics that are told apart at most, where by is topic.", otherwise = "20", least = 2, most = 200)
        int topics,

        @Key(value = "How difficulty is told, where by is difficulty.", otherwise = Key.ABSENT)
        Difficulty difficulty,

        @Key(
                value =
                        "Name of the verdict by whose score the best of a group stay, such as judge/quality; the confidence where absent.",
                otherwise = Key.ABSENT)
        String best)
        implements MergeSettings {

    /** What makes samples a group. */
    public enum By {
        /** The label; {@code none} is the group of those that have none. */
        LABEL,
        /** What the text is about: the cluster that its sentence vector is in. */
        TOPIC,
        /** The score of a verdict, between bounds; {@code unscored} where there is none. */
        DIFFICULTY,
        /** The input file that it or its first ancestor comes from; the campaign where it was made from nothing. */
        SOURCE,
        /** The language of the text, as ISO 639-1 has it; {@code unknown} where it is not certain. */
        LANGUAGE,
        /** What a stage did last to make it, such as {@code evolve/deepen}; {@code none} for one that came in as it is. */
        OPERATION
    }

    public BalanceSettings {
        quotas = List.copyOf(quotas);
        if (most == null && quotas.isEmpty() && toSmallest == null && share == null) {
            throw new InvalidSettingException(
                    "most",
                    "must be given where no other bound is",
                    "nothing",
                    "add most, quotas, toSmallest or share");
        }
        if ((by == By.DIFFICULTY) != (difficulty != null)) {
            throw new InvalidSettingException(
                    "difficulty",
                    "must be given where by is difficulty, and nowhere else",
                    difficulty == null ? "nothing" : difficulty.by(),
                    difficulty == null ? "add difficulty: {bounds: [2, 4]}" : "remove it, or write by: difficulty");
        }
        if (quotas.stream().map(Quota::name).distinct().count() < quotas.size()) {
            throw new InvalidSettingException(
                    "quotas", "must name each group once", "one name twice", "remove one of the two");
        }
    }
}
