package dev.reflux.config;

/** What a campaign may cost. When it is spent the campaign holds and says so; it does not fail. */
public record Budget(@Key(value = "US dollars.", least = 0) double usd) {}
