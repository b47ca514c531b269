package dev.reflux.config;

/** When a stage's once-a-round preparation runs. */
public enum Preparation {
    /** The stage has none. */
    NONE,
    /** Before the round's first shard; needs only what earlier rounds left. */
    AT_ROUND_START,
    /** After every shard has passed the stage before it: it looks at all of them, so shards wait here. */
    AFTER_ALL_SHARDS
}
