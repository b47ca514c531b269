package dev.reflux.config;

import java.time.Duration;

/** How the pool is cut into shards, and how many are worked on at once. */
public record Shards(
        @Key(value = "Samples in a shard.", otherwise = "250", least = 1, most = 10_000)
        int size,

        @Key(value = "Shards in flight at most.", otherwise = "16", least = 1, most = 200)
        int window,

        @Key(value = "How long a worker may be silent before another takes over its shard.", otherwise = "60s")
        Duration heartbeatTimeout) {}
