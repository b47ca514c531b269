package dev.reflux.activities.teacher.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.reflux.activities.teacher.SpentQuota;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
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
    void tellsWhichQuotaAGoodAnswerUsedUp() {
        Map<String, List<String>> headers = Map.of(
                "x-ratelimit-limit-requests", List.of("500"),
                "x-ratelimit-remaining-requests", List.of("0"),
                "x-ratelimit-reset-requests", List.of("60s"),
                "x-ratelimit-remaining-tokens", List.of("1500"),
                "x-ratelimit-reset-tokens", List.of("9m"));

        assertThat(RetryAfter.spentQuota(headers, NOW))
                .contains(new SpentQuota(SpentQuota.Unit.REQUESTS, 500, Duration.ofSeconds(60)));
    }

    @Test
    void readsAnthropicsQuotasToo() {
        Map<String, List<String>> headers = Map.of(
                "anthropic-ratelimit-output-tokens-limit", List.of("8000"),
                "anthropic-ratelimit-output-tokens-remaining", List.of("0"),
                "anthropic-ratelimit-output-tokens-reset", List.of("2026-01-01T00:00:30Z"));

        assertThat(RetryAfter.spentQuota(headers, NOW))
                .contains(new SpentQuota(SpentQuota.Unit.TOKENS, 8000, Duration.ofSeconds(30)));
    }

    @ParameterizedTest
    @CsvSource({"1,60s", "0,later", ",60s"})
    void noQuotaIsSpentWhereSomethingIsLeftOrNothingCanBeRead(String remaining, String reset) {
        Map<String, List<String>> headers = new TreeMap<>(Map.of("x-ratelimit-reset-requests", List.of(reset)));
        if (remaining != null) {
            headers.put("x-ratelimit-remaining-requests", List.of(remaining));
        }

        assertThat(RetryAfter.spentQuota(headers, NOW)).isEmpty();
    }

    @Test
    void aSteadilyRefillingQuotaIsWaitedForAsFarAsItIsNeeded() {
        SpentQuota quota = new SpentQuota(SpentQuota.Unit.REQUESTS, 500, Duration.ofSeconds(60));

        assertThat(quota.until(50)).isEqualTo(Duration.ofSeconds(6));
        assertThat(quota.until(5000)).isEqualTo(Duration.ofSeconds(60));
        assertThat(new SpentQuota(SpentQuota.Unit.REQUESTS, 0, Duration.ofSeconds(60)).until(1))
                .isEqualTo(Duration.ofSeconds(60));
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
