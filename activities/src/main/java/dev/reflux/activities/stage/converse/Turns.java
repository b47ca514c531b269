package dev.reflux.activities.stage.converse;

import dev.reflux.config.InvalidSettingException;
import dev.reflux.config.Key;

/** How long a conversation is, in messages of the user; those that it comes with count. */
public record Turns(
        @Key(
                value = "User messages at least; a conversation that ends before is rejected.",
                otherwise = "2",
                least = 1,
                most = 50)
        int least,

        @Key(value = "User messages at most.", otherwise = "4", least = 1, most = 50)
        int most) {

    public Turns {
        if (most < least) {
            throw new InvalidSettingException(
                    "most", "must be at least as much as least, " + least, String.valueOf(most), "raise it");
        }
    }
}
