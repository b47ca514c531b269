package dev.reflux.activities.stage.evolve;

import dev.reflux.config.Key;

/** Settings of the search for an evolving method; the defaults are those of Auto Evol-Instruct. */
public record MethodSearch(
        @Key(
                value = "Steps at most; the search ends with the first one that betters nothing.",
                otherwise = "5",
                least = 1,
                most = 50)
        int steps,

        @Key(value = "Methods proposed in each step.", otherwise = "5", least = 1, most = 20)
        int candidates,

        @Key(value = "Instructions whose evolution a step learns from.", otherwise = "10", least = 1, most = 100)
        int batch,

        @Key(value = "Instructions that each method is measured on.", otherwise = "50", least = 1, most = 1000)
        int development,

        @Key(
                value = "Who analyses and proposes, by its name below teachers; the main teacher where absent.",
                otherwise = Key.ABSENT)
        String optimiser,

        @Key(value = "Sampling temperature of the optimiser.", otherwise = "0.6", least = 0, most = 2)
        double temperature) {}
