package dev.reflux.activities.teacher.http;

import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodySubscriber;
import java.net.http.HttpResponse.BodySubscribers;
import java.net.http.HttpResponse.ResponseInfo;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * A request that was sent and its response to come.
 *
 * <p>The JDK's client tells the end of an exchange on the common pool, where any other work of this process may be in
 * the way; the response is therefore taken where its last byte arrives.
 */
final class Exchange {

    private final CompletableFuture<WholeResponse> whole = new CompletableFuture<>();
    private final CompletableFuture<HttpResponse<byte[]>> sent;

    Exchange(HttpClient client, HttpRequest request) {
        this.sent = client.sendAsync(request, this::receive);
        sent.whenComplete((response, failure) -> {
            if (failure != null) {
                whole.completeExceptionally(cause(failure));
            }
        });
    }

    /** Waits for the last byte. */
    WholeResponse get(Duration deadline) throws InterruptedException, ExecutionException, TimeoutException {
        return whole.get(deadline.toNanos(), TimeUnit.NANOSECONDS);
    }

    /** Gives up what is not yet received. */
    void end() {
        if (!whole.isDone() || whole.isCompletedExceptionally()) {
            sent.cancel(true);
        }
    }

    private BodySubscriber<byte[]> receive(ResponseInfo head) {
        BodySubscriber<byte[]> body = BodySubscribers.ofByteArray();
        body.getBody().whenComplete((bytes, failure) -> {
            if (failure == null) {
                whole.complete(
                        new WholeResponse(head.statusCode(), head.headers().map(), bytes));
            } else {
                whole.completeExceptionally(cause(failure));
            }
        });
        return body;
    }

    private static Throwable cause(Throwable failure) {
        return failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
    }
}
