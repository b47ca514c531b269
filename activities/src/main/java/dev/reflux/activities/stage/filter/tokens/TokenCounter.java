package dev.reflux.activities.stage.filter.tokens;

import java.util.function.ToIntFunction;

/** Counts the tokens of texts, special tokens left out; holds native memory until it is closed. */
public interface TokenCounter extends ToIntFunction<String>, AutoCloseable {

    @Override
    void close();
}
