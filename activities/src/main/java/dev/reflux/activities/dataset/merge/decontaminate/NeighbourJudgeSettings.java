package dev.reflux.activities.dataset.merge.decontaminate;

import dev.reflux.config.Key;

/** How a teacher judges whether a sample asks what its nearest benchmark items ask. */
public record NeighbourJudgeSettings(
        @Key(value = "Who judges, by its name below teachers; the main teacher where absent.", otherwise = Key.ABSENT)
        String teacher,

        @Key(
                value =
                        "Nearest items that are judged of each sample at most, one after the other until one is confirmed.",
                otherwise = "3",
                least = 1,
                most = 20)
        int neighbours,

        @Key(value = "Sampling temperature.", otherwise = "0", least = 0, most = 2)
        double temperature,

        @Key(value = "Longest reply of the judge, in tokens.", otherwise = "256", least = 1, most = 1_000_000)
        int maxOutputTokens,

        @Key(
                value = "Times the judge is asked at most about one pair, until its reply can be read.",
                otherwise = "2",
                least = 1,
                most = 10)
        int draws) {}
