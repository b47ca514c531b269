package dev.reflux.activities.teacher.http;

import dev.reflux.activities.teacher.SpentQuota;
import dev.reflux.activities.teacher.SpentQuota.Unit;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * How long a server asks to wait, as the providers write it: {@code retry-after-ms}, {@code Retry-After} in seconds or as
 * a date, reset times of exhausted quotas (OpenAI, Groq, Anthropic), and Gemini's {@code retryDelay} in the body.
 */
public final class RetryAfter {

    /** Nobody means more; a timestamp in a field for seconds would otherwise stop a campaign for decades. */
    private static final Duration LONGEST = Duration.ofDays(1);

    private static final Pattern SECONDS = Pattern.compile("\\d{1,12}(\\.\\d+)?");
    private static final Pattern WHOLE = Pattern.compile("\\d{1,18}");
    private static final Pattern SPAN = Pattern.compile(
            "(?:(\\d{1,9})h)?(?:(\\d{1,9})m)?(?:(\\d{1,9}(?:\\.\\d+)?)s)?(?:(\\d{1,9}(?:\\.\\d+)?)ms)?");
    private static final Pattern RETRY_DELAY = Pattern.compile("\"retryDelay\"\\s*:\\s*\"([^\"]+)\"");
    private static final List<Quota> QUOTAS = Stream.of("requests", "tokens", "input-tokens", "output-tokens")
            .flatMap(name -> Stream.of(Quota.ofOpenAi(name), Quota.ofAnthropic(name)))
            .toList();

    /** The headers that speak of one quota. */
    private record Quota(Unit unit, String limit, String remaining, String reset) {

        static Quota ofOpenAi(String name) {
            String header = "x-ratelimit-";
            return new Quota(
                    unit(name), header + "limit-" + name, header + "remaining-" + name, header + "reset-" + name);
        }

        static Quota ofAnthropic(String name) {
            String header = "anthropic-ratelimit-" + name;
            return new Quota(unit(name), header + "-limit", header + "-remaining", header + "-reset");
        }

        private static Unit unit(String name) {
            return name.equals("requests") ? Unit.REQUESTS : Unit.TOKENS;
        }
    }

    private final Map<String, List<String>> headers;
    private final Instant now;

    private RetryAfter(Map<String, List<String>> headers, Instant now) {
        this.headers = headers;
        this.now = now;
    }

    /** The wait that a failed answer asks for, at most a day; empty where it asks for none that can be read. */
    public static Optional<Duration> of(HttpStatusException failure, Instant now) {
        RetryAfter asked = new RetryAfter(failure.headers(), now);
        return asked.milliseconds()
                .or(() -> asked.header("retry-after").flatMap(asked::read))
                .or(asked::longestReset)
                .or(() -> asked.delayIn(failure.getMessage()))
                .map(RetryAfter::bounded);
    }

    /** The quota that a good answer calls used up and that takes longest to come back; empty while all have some left. */
    static Optional<SpentQuota> spentQuota(Map<String, List<String>> headers, Instant now) {
        RetryAfter said = new RetryAfter(headers, now);
        return QUOTAS.stream()
                .filter(quota -> said.remaining(quota).map("0"::equals).orElse(false))
                .flatMap(quota -> said.spent(quota).stream())
                .max(Comparator.comparing(SpentQuota::untilFull));
    }

    private Optional<SpentQuota> spent(Quota quota) {
        long size = header(quota.limit)
                .filter(text -> WHOLE.matcher(text).matches())
                .map(Long::parseLong)
                .orElse(0L);
        return header(quota.reset).flatMap(this::read).map(wait -> new SpentQuota(quota.unit, size, bounded(wait)));
    }

    private Optional<Duration> milliseconds() {
        return header("retry-after-ms").flatMap(text -> read(text + "ms"));
    }

    /** The reset of the exhausted quota that comes back last; a quota with something remaining is not waited for. */
    private Optional<Duration> longestReset() {
        return QUOTAS.stream()
                .filter(quota -> remaining(quota).map("0"::equals).orElse(true))
                .flatMap(quota -> header(quota.reset).flatMap(this::read).stream())
                .max(Comparator.naturalOrder());
    }

    private Optional<String> remaining(Quota quota) {
        return header(quota.remaining);
    }

    private Optional<Duration> delayIn(String body) {
        Matcher delay = RETRY_DELAY.matcher(body);
        return delay.find() ? read(delay.group(1)) : Optional.empty();
    }

    private Optional<String> header(String name) {
        List<String> values = headers.getOrDefault(name, List.of());
        return values.isEmpty() ? Optional.empty() : Optional.of(values.get(0).trim());
    }

    /** Reads {@code 1.5}, {@code 6m0s}, {@code 20ms}, {@code 2026-01-01T00:00:00Z}, {@code Thu, 01 Jan 2026 00:00:00 GMT}. */
    private Optional<Duration> read(String text) {
        if (SECONDS.matcher(text).matches()) {
            return Optional.of(millis(Double.parseDouble(text) * 1000));
        }
        Matcher span = SPAN.matcher(text);
        if (!text.isEmpty() && span.matches()) {
            return Optional.of(Duration.ofHours(number(span, 1).longValue())
                    .plusMinutes(number(span, 2).longValue())
                    .plus(millis(number(span, 3) * 1000 + number(span, 4))));
        }
        return date(text, DateTimeFormatter.RFC_1123_DATE_TIME)
                .or(() -> date(text, DateTimeFormatter.ISO_ZONED_DATE_TIME));
    }

    private Optional<Duration> date(String text, DateTimeFormatter format) {
        try {
            return Optional.of(
                    Duration.between(now, ZonedDateTime.parse(text, format).toInstant()));
        } catch (DateTimeException notADate) {
            return Optional.empty();
        }
    }

    private static Double number(Matcher span, int group) {
        return span.group(group) == null ? 0.0 : Double.parseDouble(span.group(group));
    }

    private static Duration millis(double value) {
        return Duration.ofMillis((long) Math.ceil(value));
    }

    private static Duration bounded(Duration wait) {
        if (wait.isNegative()) {
            return Duration.ZERO;
        }
        return wait.compareTo(LONGEST) > 0 ? LONGEST : wait;
    }
}
