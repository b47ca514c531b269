package dev.reflux.activities.teacher.http;

import dev.langchain4j.http.client.HttpClient;
import dev.langchain4j.http.client.HttpClientBuilder;
import java.time.Duration;

/**
 * Gives LangChain4j models the one HTTP client of this process.
 *
 * <p>The read timeout is the deadline of a whole exchange, connecting included; the connect timeout is ignored.
 */
public final class DeadlineHttpClientBuilder implements HttpClientBuilder {

    private Duration connectTimeout;
    private Duration deadline;
    private final Quotas quotas;

    /** @param quotas told what the rate-limit headers of good answers say */
    public DeadlineHttpClientBuilder(Duration deadline, Quotas quotas) {
        this.deadline = deadline;
        this.quotas = quotas;
    }

    @Override
    public Duration connectTimeout() {
        return connectTimeout;
    }

    @Override
    public HttpClientBuilder connectTimeout(Duration timeout) {
        this.connectTimeout = timeout;
        return this;
    }

    @Override
    public Duration readTimeout() {
        return deadline;
    }

    @Override
    public HttpClientBuilder readTimeout(Duration timeout) {
        this.deadline = timeout;
        return this;
    }

    @Override
    public HttpClient build() {
        return new DeadlineHttpClient(deadline, quotas);
    }
}
