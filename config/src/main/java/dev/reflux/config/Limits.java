package dev.reflux.config;

import java.time.Duration;

/** What one worker process may ask of a teacher. Several workers each have these limits: divide a shared quota. */
public record Limits(
        @Key(value = "Calls in flight at most.", otherwise = "16", least = 1, most = 4096)
        int concurrency,

        @Key(value = "Requests a minute; no limit where absent.", otherwise = Key.ABSENT, least = 1)
        Integer requestsPerMinute,

        @Key(value = "Tokens a minute, in and out; no limit where absent.", otherwise = Key.ABSENT, least = 1)
        Integer tokensPerMinute,

        @Key(value = "Deadline over the whole exchange of one call.", otherwise = "60s")
        Duration timeout) {}
