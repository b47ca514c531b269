package dev.reflux.activities.teacher.reward;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.reflux.activities.ledger.LedgerEntry.Payer;
import dev.reflux.activities.shard.Message;
import dev.reflux.activities.teacher.InMemoryLedger;
import dev.reflux.activities.teacher.Plans;
import dev.reflux.activities.teacher.TeacherBusyException;
import dev.reflux.activities.teacher.TeacherCall;
import dev.reflux.activities.teacher.TeacherDesk;
import dev.reflux.activities.teacher.TeacherMisconfiguredException;
import dev.reflux.activities.teacher.TeacherRefusedException;
import dev.reflux.activities.teacher.desk.TeacherDesks;
import dev.reflux.config.Limits;
import dev.reflux.config.Price;
import dev.reflux.config.Provider;
import dev.reflux.config.TeacherPlan;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RewardTeacherTest {

    private static final TeacherCall CALL = RewardCall.of(
            "Be brief.", List.of(Message.user("Hello"), Message.assistant("Hi.")), "How are you?", "Well.");

    private final Queue<JsonNode> posted = new ConcurrentLinkedQueue<>();
    private final Queue<String> keys = new ConcurrentLinkedQueue<>();
    private final CountDownLatch released = new CountDownLatch(1);
    private HttpServer server;
    private int status = 200;
    private String answer = "{\"score\": -1.25, \"usage\": {\"prompt_tokens\": 42}}";

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/score", this::handle);
        server.start();
    }

    @AfterEach
    void stop() {
        released.countDown();
        server.stop(0);
    }

    private void handle(HttpExchange exchange) throws IOException {
        posted.add(new JsonMapper().readTree(exchange.getRequestBody().readAllBytes()));
        keys.add(exchange.getRequestHeaders().getFirst("Authorization"));
        if (answer.isEmpty()) {
            awaitRelease();
        }
        byte[] body = answer.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Retry-After", "7");
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    private void awaitRelease() throws IOException {
        try {
            released.await();
        } catch (InterruptedException e) {
            throw new IOException(e);
        }
    }

    @Test
    void postsTheConversationAndReadsOneNumber() {
        assertThat(open(null).ask(CALL).text()).isEqualTo("-1.25");
        assertThat(open(null).ask(CALL).inputTokens()).isEqualTo(42);

        assertThat(posted.element())
                .hasToString("{\"model\":\"rm\",\"messages\":[{\"role\":\"system\",\"content\":\"Be brief.\"},"
                        + "{\"role\":\"user\",\"content\":\"Hello\"},{\"role\":\"assistant\",\"content\":\"Hi.\"},"
                        + "{\"role\":\"user\",\"content\":\"How are you?\"},{\"role\":\"assistant\",\"content\":\"Well.\"}],"
                        + "\"prompt\":\"How are you?\",\"response\":\"Well.\"}");
    }

    @Test
    void sendsItsKeyAndShowsItNowhere() {
        status = 400;
        answer = "{\"error\": \"bad key " + Plans.KEY + "\"}";
        RewardTeacher teacher = open(null);

        Throwable failure = catchThrowable(() -> teacher.ask(CALL));

        assertThat(keys).containsExactly("Bearer " + Plans.KEY);
        assertThat(teacher.identity()).startsWith("reward rm http://").doesNotContain(Plans.KEY);
        assertThat(failure.toString()).doesNotContain(Plans.KEY);
    }

    @Test
    void findsTheNumberWhereThePointerSays() {
        answer = "{\"data\": [{\"scores\": [3]}]}";

        assertThat(open("/data/0/scores/0").ask(CALL).text()).isEqualTo("3.0");
        assertThat(open("/data/0/scores/0").identity()).isNotEqualTo(open(null).identity());
        assertThatThrownBy(() -> open(null).ask(CALL))
                .isInstanceOf(TeacherMisconfiguredException.class)
                .hasMessageEndingWith("must answer with a score at /score, got an answer without it; correct scoreAt");
    }

    @Test
    void whatIsNoNumberIsNoScore() {
        for (String noNumber : List.of("null", "\"4\"", "[4]", "true")) {
            answer = "{\"score\": " + noNumber + "}";
            assertThatThrownBy(() -> open(null).ask(CALL))
                    .isInstanceOfSatisfying(TeacherRefusedException.class, refused -> assertThat(refused.reason())
                            .isEqualTo("no-score"));
        }
    }

    @Test
    void failuresSayWhoseMoveItIs() {
        for (String garbled : List.of("not json", "{\"score\": 1", " ")) {
            answer = garbled;
            assertThatThrownBy(() -> open(null).ask(CALL)).isInstanceOf(TeacherBusyException.class);
        }
        answer = "{}";
        status = 401;
        assertThatThrownBy(() -> open(null).ask(CALL)).isInstanceOf(TeacherMisconfiguredException.class);
        status = 429;
        assertThatThrownBy(() -> open(null).ask(CALL)).isInstanceOfSatisfying(TeacherBusyException.class, busy -> {
            assertThat(busy.kind()).isEqualTo(TeacherBusyException.Kind.THROTTLED);
            assertThat(busy.retryAfter()).isEqualTo(Duration.ofSeconds(7));
        });
        answer = "";
        assertThatThrownBy(() -> RewardTeacher.open(plan(null, Duration.ofMillis(50)), Plans.ENVIRONMENT)
                        .ask(CALL))
                .isInstanceOfSatisfying(TeacherBusyException.class, busy -> assertThat(busy.kind())
                        .isEqualTo(TeacherBusyException.Kind.LATE));
    }

    @Test
    void goesThroughTheDeskAsAnyTeacherDoes() {
        TeacherPlan plan = plan(null, Duration.ofSeconds(30));
        try (TeacherDesks desks = new TeacherDesks(new InMemoryLedger())) {
            TeacherDesk desk = desks.open(
                    plan, RewardTeacher.open(plan, Plans.ENVIRONMENT), new Payer("support", 1, "judge"), 1.0);

            assertThat(desk.askAll(List.of(CALL), done -> {}).get(0).paid()).isTrue();
            assertThat(desk.askAll(List.of(CALL), done -> {}).get(0).paid()).isFalse();

            assertThat(posted).as("paid once").hasSize(1);
            assertThat(desk.usage().costUsd()).isEqualTo(42e-6);
        }
    }

    private RewardTeacher open(String scoreAt) {
        return RewardTeacher.open(plan(scoreAt, Duration.ofSeconds(30)), Plans.ENVIRONMENT);
    }

    private TeacherPlan plan(String scoreAt, Duration timeout) {
        return new TeacherPlan(
                Provider.REWARD,
                "rm",
                "http://localhost:" + server.getAddress().getPort() + "/score",
                "${TEACHER_KEY}",
                0,
                16,
                null,
                scoreAt,
                new Limits(4, null, null, timeout),
                new Price(1, null, 2));
    }
}
