package dev.reflux.activities.teacher.http;

import dev.langchain4j.exception.TimeoutException;
import dev.langchain4j.http.client.HttpClient;
import dev.langchain4j.http.client.HttpRequest;
import dev.langchain4j.http.client.SuccessfulHttpResponse;
import dev.langchain4j.http.client.sse.ServerSentEventListener;
import dev.langchain4j.http.client.sse.ServerSentEventParser;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.regex.Pattern;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;

/**
 * LangChain4j's HTTP client over the one client of this process, with a deadline over the whole exchange, body included.
 *
 * <p>Failures keep their response headers: {@link HttpStatusException}. An interrupt breaks the exchange off and is thrown
 * as {@link CancellationException}.
 */
final class DeadlineHttpClient implements HttpClient {

    private static final org.apache.hc.client5.http.classic.HttpClient SHARED = SharedClient.open();
    private static final Watch WATCH = Watch.start();

    private final Duration deadline;
    private final Quotas quotas;

    DeadlineHttpClient(Duration deadline, Quotas quotas) {
        this.deadline = deadline;
        this.quotas = quotas;
    }

    @Override
    public SuccessfulHttpResponse execute(HttpRequest request) {
        WholeResponse response = exchange(translate(request));
        if (response.status() < 200 || response.status() > 299) {
            throw new HttpStatusException(response.status(), response.text(), response.headers());
        }
        quotas.read(response.headers());
        return SuccessfulHttpResponse.builder()
                .statusCode(response.status())
                .headers(response.headers())
                .body(response.body())
                .build();
    }

    @Override
    public void execute(HttpRequest request, ServerSentEventParser parser, ServerSentEventListener listener) {
        throw new UnsupportedOperationException("Teachers are asked for whole answers; this client does not stream");
    }

    private WholeResponse exchange(HttpUriRequestBase request) {
        if (Thread.currentThread().isInterrupted()) {
            throw interrupted();
        }
        Exchange exchange = new Exchange(request, System.nanoTime() + deadline.toNanos());
        WATCH.begin(exchange);
        try {
            return exchange.run(SHARED);
        } catch (IOException broken) {
            throw why(exchange, broken);
        } finally {
            WATCH.end(exchange);
        }
    }

    private RuntimeException why(Exchange exchange, IOException broken) {
        if (exchange.end() == Exchange.End.INTERRUPTED || Thread.currentThread().isInterrupted()) {
            return interrupted();
        }
        if (exchange.end() == Exchange.End.LATE) {
            return new TimeoutException("No whole answer within " + deadline.toMillis() + " ms", broken);
        }
        return new UncheckedIOException(broken);
    }

    private static CancellationException interrupted() {
        return new CancellationException("Interrupted while waiting for the teacher's answer");
    }

    private static HttpUriRequestBase translate(HttpRequest request) {
        HttpUriRequestBase translated =
                new HttpUriRequestBase(request.method().name(), withoutUser(URI.create(request.url())));
        request.headers().forEach((name, values) -> values.forEach(value -> translated.addHeader(name, value)));
        if (request.body() != null) {
            translated.setEntity(new ByteArrayEntity(request.body().getBytes(StandardCharsets.UTF_8), null));
        }
        return translated;
    }

    /** A name and password in a URL are no part of a request's address; the client would refuse it. */
    private static URI withoutUser(URI url) {
        return url.getRawUserInfo() == null
                ? url
                : URI.create(url.toString().replaceFirst(Pattern.quote(url.getRawUserInfo() + "@"), ""));
    }
}
