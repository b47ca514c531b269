package dev.reflux.activities.teacher.limit;

import java.time.Duration;

/**
 * How long short failures are sat out.
 *
 * @param longestWait a wait the teacher asks for is slept through up to this, and goes up beyond it
 * @param firstBackoff mean wait before the first retry; doubled for each further one
 * @param circuitOpen how long a teacher that is down is left alone
 */
public record Patience(Duration longestWait, Duration firstBackoff, Duration circuitOpen) {

    public static final Patience DEFAULT =
            new Patience(Duration.ofSeconds(5), Duration.ofMillis(250), Duration.ofSeconds(20));
}
