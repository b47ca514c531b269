package dev.reflux.activities.teacher.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.langchain4j.exception.TimeoutException;
import dev.langchain4j.http.client.HttpClient;
import dev.langchain4j.http.client.HttpMethod;
import dev.langchain4j.http.client.HttpRequest;
import dev.langchain4j.http.client.SuccessfulHttpResponse;
import dev.reflux.activities.teacher.Fault;
import dev.reflux.activities.teacher.Script;
import dev.reflux.activities.teacher.ScriptedTeacher;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DeadlineHttpClientTest {

    private static final Duration FAR = Duration.ofSeconds(20);
    private static final Duration NEAR = Duration.ofMillis(200);

    private final ScriptedTeacher server = ScriptedTeacher.start(Script.answering("hello"));

    @AfterEach
    void stop() {
        server.close();
    }

    @ParameterizedTest
    @EnumSource(names = {"STALL", "STALL_BODY"})
    void endsAtTheDeadlineHoweverFarTheAnswerGot(Fault stall) {
        server.play(Script.answering("hello").failing(stall, 1));

        assertTimeoutPreemptively(
                FAR,
                () -> assertThatThrownBy(() -> client(NEAR).execute(request())).isInstanceOf(TimeoutException.class));
    }

    @Test
    void keepsTheHeadersOfFailures() {
        server.play(Script.answering("hello").failing(Fault.THROTTLE, 1).askingToWait(Duration.ofSeconds(3)));

        HttpStatusException failure = catchThrowableOfType(
                HttpStatusException.class, () -> client(FAR).execute(request()));

        assertThat(failure.statusCode()).isEqualTo(429);
        assertThat(failure.headers()).containsEntry("RETRY-AFTER", List.of("3.0"));
        assertThat(failure).hasMessageContaining("Slow down");
    }

    @Test
    void keepsTheHeadersOfSuccesses() {
        SuccessfulHttpResponse response = client(FAR).execute(request());

        assertThat(response.body()).contains("hello");
        assertThat(response.headers()).containsKey("content-type");
    }

    @Test
    void neverAsksForAnotherProtocol() {
        client(FAR).execute(request());

        assertThat(server.stats().upgrades()).isZero();
    }

    @Test
    void answersArriveWhileTheCommonPoolIsBusy() {
        CountDownLatch release = new CountDownLatch(1);
        for (int i = 0; i < ForkJoinPool.getCommonPoolParallelism(); i++) {
            ForkJoinPool.commonPool().execute(() -> awaitUninterruptibly(release));
        }
        try {
            assertThat(client(FAR).execute(request()).body()).contains("hello");
        } finally {
            release.countDown();
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"CUT_BODY", "RESET"})
    void brokenConnectionsAreInputOutputFailures(Fault fault) {
        server.play(Script.answering("hello").failing(fault, 1));

        assertThatThrownBy(() -> client(FAR).execute(request())).hasCauseInstanceOf(IOException.class);
    }

    @Test
    void anInterruptGivesTheCallUp() {
        server.play(Script.answering("hello").failing(Fault.STALL, 1));
        Thread.currentThread().interrupt();

        assertThatThrownBy(() -> client(FAR).execute(request())).isInstanceOf(CancellationException.class);
        assertThat(Thread.interrupted()).isTrue();
    }

    @Test
    void anInterruptWhileTheTeacherThinksGivesTheCallUp() throws Exception {
        server.play(Script.answering("hello").failing(Fault.STALL, 1));
        CompletableFuture<Throwable> ended = new CompletableFuture<>();
        Thread caller =
                new Thread(() -> ended.complete(catchThrowable(() -> client(FAR).execute(request()))));
        caller.start();
        assertTimeoutPreemptively(FAR, () -> {
            while (server.stats().requests() == 0) {
                Thread.onSpinWait();
            }
        });

        caller.interrupt();

        assertThat(ended.get(FAR.toMillis() / 2, TimeUnit.MILLISECONDS)).isInstanceOf(CancellationException.class);
    }

    @ParameterizedTest
    @EnumSource(names = {"CUT_BODY", "RESET", "STALL_BODY"})
    void aBrokenConnectionIsNotUsedAgain(Fault fault) {
        HttpClient client = client(NEAR);
        server.play(Script.answering("hello").failing(fault, 1));
        assertThatThrownBy(() -> client.execute(request())).isInstanceOf(RuntimeException.class);

        server.play(Script.answering("hello"));

        assertThat(client.execute(request()).body()).contains("hello");
    }

    private static void awaitUninterruptibly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException interrupt) {
            Thread.currentThread().interrupt();
        }
    }

    private static HttpClient client(Duration deadline) {
        return new DeadlineHttpClientBuilder(deadline, new Quotas()).build();
    }

    private HttpRequest request() {
        return HttpRequest.builder()
                .method(HttpMethod.POST)
                .url(server.baseUrl() + "/chat/completions")
                .body("{\"messages\":[{\"role\":\"user\",\"content\":\"hi\"}]}")
                .build();
    }
}
