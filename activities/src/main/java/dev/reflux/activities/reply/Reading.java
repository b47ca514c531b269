package dev.reflux.activities.reply;

import java.util.function.Function;

/**
 * What was read from an answer.
 *
 * @param value null where nothing usable was said
 * @param reason why there is no value, a kebab-case word; null where there is one
 */
public record Reading<T>(T value, String reason) {

    public static <T> Reading<T> of(T value) {
        return new Reading<>(value, null);
    }

    public static <T> Reading<T> none(String reason) {
        return new Reading<>(null, reason);
    }

    public boolean isUsable() {
        return reason == null;
    }

    /** Reads on; what could not be read so far stays so. */
    public <U> Reading<U> then(Function<T, Reading<U>> next) {
        return isUsable() ? next.apply(value) : none(reason);
    }
}
