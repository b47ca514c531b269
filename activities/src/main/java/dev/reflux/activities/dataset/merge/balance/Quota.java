package dev.reflux.activities.dataset.merge.balance;

import dev.reflux.config.Key;

/** How many samples of one group are wanted. */
public record Quota(
        @Key("The group, such as a label.") String name,

        @Key(value = "Samples that are wanted of it: more go, fewer are reported.", least = 0)
        int samples) {}
