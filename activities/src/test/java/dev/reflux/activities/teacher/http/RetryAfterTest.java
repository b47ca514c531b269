package dev.reflux.activities.teacher.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RetryAfterTest {

    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Retry-After | 7 | 7000",
                "retry-after | 0.35 | 350",
                "retry-after | Thu, 01 Jan 2026 00:00:09 GMT | 9000",
                "retry-after | Wed, 31 Dec 2025 00:00:00 GMT | 0",
                "retry-after | 1767225600 | 86400000",
                "retry-after-ms | 120 | 120",
                "x-ratelimit-reset-requests | 20ms | 20",
                "x-ratelimit-reset-tokens | 6m0s | 360000",
                "x-ratelimit-reset-tokens | 1h2m3.5s | 3723500",
                "x-ratelimit-reset-requests | 2.5 | 2500",
                "anthropic-ratelimit-input-tokens-reset | 2026-01-01T00:00:30Z | 30000"
            })
    void readsEveryProvidersWayOfSayingIt(String header, String value, long millis) {
        assertThat(RetryAfter.of(failure(Map.of(header, List.of(value)), ""), NOW))
                .contains(Duration.ofMillis(millis));
    }

    @Test
    void prefersTheExactHeaderToTheQuotas() {
        Map<String, List<String>> headers = Map.of(
                "retry-after-ms",
                List.of("120"),
                "retry-after",
                List.of("1"),
                "x-ratelimit-reset-tokens",
                List.of("6s"));

        assertThat(RetryAfter.of(failure(headers, ""), NOW)).contains(Duration.ofMillis(120));
    }

    @Test
    void waitsForTheExhaustedQuotaOnly() {
        Map<String, List<String>> headers = Map.of(
                "x-ratelimit-remaining-requests",
                List.of("0"),
                "x-ratelimit-reset-requests",
                List.of("2s"),
                "x-ratelimit-remaining-tokens",
                List.of("1500"),
                "x-ratelimit-reset-tokens",
                List.of("9s"));

        assertThat(RetryAfter.of(failure(headers, ""), NOW)).contains(Duration.ofSeconds(2));
    }

    @Test
    void readsGeminisDelayFromTheBody() {
        String body = "{\"error\":{\"details\":[{\"@type\":\"RetryInfo\",\"retryDelay\": \"34.5s\"}]}}";

        assertThat(RetryAfter.of(failure(Map.of(), body), NOW)).contains(Duration.ofMillis(34_500));
    }

    @ParameterizedTest
    @CsvSource({"retry-after,soon", "retry-after,''", "retry-after,-5", "x-ratelimit-reset-requests,later"})
    void isEmptyWhereNothingCanBeRead(String header, String value) {
        assertThat(RetryAfter.of(failure(Map.of(header, List.of(value)), ""), NOW))
                .isEmpty();
    }

    private static HttpStatusException failure(Map<String, List<String>> headers, String body) {
        return new HttpStatusException(429, body, headers);
    }
}
