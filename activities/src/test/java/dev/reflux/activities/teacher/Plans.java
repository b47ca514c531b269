package dev.reflux.activities.teacher;

import dev.reflux.config.Environment;
import dev.reflux.config.Limits;
import dev.reflux.config.Price;
import dev.reflux.config.Provider;
import dev.reflux.config.TeacherPlan;
import java.time.Duration;
import java.util.Map;

/** Plans and calls for tests of teachers. */
public final class Plans {

    /** What a test must never see again. */
    public static final String KEY = "sekret-0123456789";

    public static final Environment ENVIRONMENT = Environment.of(Map.of("TEACHER_KEY", KEY));

    private Plans() {}

    public static TeacherPlan openAi(String baseUrl, int concurrency) {
        return of(Provider.OPENAI, baseUrl, limits(concurrency, Duration.ofSeconds(30)));
    }

    public static TeacherPlan embedded(int concurrency) {
        return of(Provider.EMBEDDED, null, limits(concurrency, Duration.ofSeconds(30)));
    }

    public static TeacherPlan of(Provider provider, String baseUrl, Limits limits) {
        return new TeacherPlan(
                provider,
                provider == Provider.EMBEDDED ? null : "scripted",
                baseUrl,
                "${TEACHER_KEY}",
                0,
                16,
                null,
                limits,
                new Price(1, null, 2));
    }

    public static Limits limits(int concurrency, Duration timeout) {
        return new Limits(concurrency, null, null, timeout);
    }

    public static TeacherCall call(String user) {
        return new TeacherCall("You label.", user, null, 0, 16, false, 0);
    }
}
