package dev.reflux.activities.stage.verify.code;

import dev.reflux.config.Key;
import java.time.Duration;
import java.util.Objects;

/**
 * How answers that are programs are run.
 *
 * @param language what they are written in
 * @param timeout wall-clock time of one answer with its tests; for Java with its compilation
 * @param memoryMegabytes what Python may use, or the heap of a JVM, which may use {@link #JVM_MEGABYTES} beside it
 * @param call how Python tests are called; null where it is seen from the tests
 */
public record CodeSettings(
        @Key(value = "Language of answers and tests.", shorthand = true)
        Language language,

        @Key(value = "How long one answer may take with its tests, and to compile.", otherwise = "10s")
        Duration timeout,

        @Key(value = "Memory of one answer's program; of a JVM its heap.", otherwise = "512", least = 16, most = 65_536)
        int memoryMegabytes,

        @Key(value = "How Python tests are called; seen from the tests where absent.", otherwise = Key.ABSENT)
        TestCall call) {

    /** Room for a JVM's own memory beside the heap, and for the compiler's. */
    public static final int JVM_MEGABYTES = 384;

    public CodeSettings {
        Objects.requireNonNull(language, "language");
        if (timeout.isNegative() || timeout.isZero()) {
            throw new IllegalArgumentException("Timeout of a code check must be above 0, got " + timeout);
        }
        if (memoryMegabytes <= 0) {
            throw new IllegalArgumentException(
                    "Memory of a code check must be above 0 megabytes, got " + memoryMegabytes);
        }
    }
}
