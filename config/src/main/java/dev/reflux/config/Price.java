package dev.reflux.config;

import com.fasterxml.jackson.annotation.JsonIgnore;

/** US dollars for a million tokens. */
public record Price(
        @Key(value = "Input tokens.", otherwise = "0", least = 0)
        double inputPerMillion,

        @Key(
                value = "Input tokens the provider had cached; the input price where absent.",
                otherwise = Key.ABSENT,
                least = 0)
        Double cachedInputPerMillion,

        @Key(value = "Output tokens.", otherwise = "0", least = 0)
        double outputPerMillion) {

    /** No token costs anything: a model of one's own, or a price that was left out. */
    @JsonIgnore
    public boolean isNothing() {
        return inputPerMillion == 0 && outputPerMillion == 0;
    }

    /** Cost in US dollars of one call. {@code cachedInputTokens} are part of {@code inputTokens}. */
    public double cost(long inputTokens, long cachedInputTokens, long outputTokens) {
        double cached = cachedInputPerMillion == null ? inputPerMillion : cachedInputPerMillion;
        long fresh = inputTokens - cachedInputTokens;
        return (fresh * inputPerMillion + cachedInputTokens * cached + outputTokens * outputPerMillion) / 1e6;
    }
}
