package dev.reflux.activities.teacher.http;

import dev.langchain4j.http.client.HttpClient;
import dev.langchain4j.http.client.HttpRequest;
import dev.langchain4j.http.client.SuccessfulHttpResponse;
import dev.langchain4j.http.client.sse.ServerSentEventListener;
import dev.langchain4j.http.client.sse.ServerSentEventParser;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient.Version;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * LangChain4j's HTTP client over the one client of this process, with a deadline over the whole exchange, body included.
 *
 * <p>Failures keep their response headers: {@link HttpStatusException}. An interrupt cancels the exchange and is thrown as
 * {@link CancellationException}.
 */
final class DeadlineHttpClient implements HttpClient {

    /**
     * HTTP/1.1 only: on cleartext the JDK's HTTP/2 asks for an upgrade that makes uvicorn servers drop the body, and over
     * TLS it fails calls beyond the server's stream limit where HTTP/1.1 opens another connection.
     */
    private static final java.net.http.HttpClient SHARED = java.net.http.HttpClient.newBuilder()
            .version(Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(10))
            .build();

    private final Duration deadline;

    DeadlineHttpClient(Duration deadline) {
        this.deadline = deadline;
    }

    @Override
    public SuccessfulHttpResponse execute(HttpRequest request) {
        HttpResponse<byte[]> response = await(SHARED.sendAsync(translate(request), BodyHandlers.ofByteArray()));
        if (response.statusCode() < 200 || response.statusCode() > 299) {
            String body = new String(response.body(), StandardCharsets.UTF_8);
            throw new HttpStatusException(
                    response.statusCode(), body, response.headers().map());
        }
        return SuccessfulHttpResponse.builder()
                .statusCode(response.statusCode())
                .headers(response.headers().map())
                .body(response.body())
                .build();
    }

    @Override
    public void execute(HttpRequest request, ServerSentEventParser parser, ServerSentEventListener listener) {
        throw new UnsupportedOperationException("Teachers are asked for whole answers; this client does not stream");
    }

    private HttpResponse<byte[]> await(CompletableFuture<HttpResponse<byte[]>> exchange) {
        try {
            return exchange.get(deadline.toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException late) {
            exchange.cancel(true);
            throw new dev.langchain4j.exception.TimeoutException(
                    "No whole answer within " + deadline.toMillis() + " ms", late);
        } catch (InterruptedException interrupt) {
            exchange.cancel(true);
            Thread.currentThread().interrupt();
            throw new CancellationException("Interrupted while waiting for the teacher's answer");
        } catch (ExecutionException failure) {
            throw unwrapped(failure.getCause());
        }
    }

    private static RuntimeException unwrapped(Throwable cause) {
        if (cause instanceof IOException io) {
            return new UncheckedIOException(io);
        }
        return cause instanceof RuntimeException runtime ? runtime : new IllegalStateException(cause);
    }

    private static java.net.http.HttpRequest translate(HttpRequest request) {
        java.net.http.HttpRequest.Builder translated = java.net.http.HttpRequest.newBuilder(URI.create(request.url()))
                .method(
                        request.method().name(),
                        request.body() == null ? BodyPublishers.noBody() : BodyPublishers.ofString(request.body()));
        request.headers().forEach((name, values) -> values.forEach(value -> translated.header(name, value)));
        return translated.build();
    }
}
