package dev.reflux.activities.teacher.chat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.reflux.activities.teacher.Plans;
import dev.reflux.activities.teacher.Teacher;
import dev.reflux.activities.teacher.TeacherBusyException;
import dev.reflux.activities.teacher.TeacherCall;
import dev.reflux.activities.teacher.TeacherMisconfiguredException;
import dev.reflux.activities.teacher.TeacherReply;
import dev.reflux.activities.teacher.TeacherReply.Finish;
import dev.reflux.config.Provider;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class CompletionsTest {

    private static final TeacherCall CALL = TeacherCall.continuing("<|user|>\n", List.of("<|end|>", "\n"), 64)
            .sampled(1, 0.9)
            .draw(7);

    private final Queue<String> posted = new ConcurrentLinkedQueue<>();
    private final Queue<String> keys = new ConcurrentLinkedQueue<>();
    private HttpServer server;
    private int status = 200;
    private String answer = answer("Why is the sky blue?", "stop");

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/v1/completions", this::handle);
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private void handle(HttpExchange exchange) throws IOException {
        posted.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
        keys.add(exchange.getRequestHeaders().getFirst("Authorization"));
        byte[] body = answer.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    @Test
    void postsRawTextWithAllThatTheCallSays() {
        TeacherReply reply = open(Provider.OPENAI).ask(CALL);

        assertThat(posted)
                .containsExactly("{\"model\":\"scripted\",\"prompt\":\"<|user|>\\n\",\"max_tokens\":64,"
                        + "\"temperature\":1.0,\"top_p\":0.9,\"stop\":[\"<|end|>\",\"\\n\"],\"seed\":7}");
        assertThat(keys).containsExactly("Bearer " + Plans.KEY);
        assertThat(reply).isEqualTo(new TeacherReply("Why is the sky blue?", Finish.STOP, 4, 3, 6, List.of()));
    }

    @Test
    void leavesOutWhatTheCallDoesNotSay() {
        open(Provider.OPENAI).ask(TeacherCall.continuing("Once", List.of(), 8));

        assertThat(posted)
                .containsExactly("{\"model\":\"scripted\",\"prompt\":\"Once\",\"max_tokens\":8,\"temperature\":0.0}");
    }

    @ParameterizedTest
    @CsvSource({"stop, STOP", "eos_token, STOP", "length, LENGTH", "content_filter, CONTENT_FILTER", "abort, OTHER"})
    void saysWhyItEnded(String reason, Finish finish) {
        answer = answer("Why", reason);

        assertThat(open(Provider.OPENAI).ask(CALL).finish()).isEqualTo(finish);
    }

    @Test
    void endsBeforeAStopThatTheServerLeft() {
        answer = answer("Why is that so?<|end|>\\n<|assistant|>", "stop");

        assertThat(open(Provider.OPENAI).ask(CALL).text()).isEqualTo("Why is that so?");
    }

    @Test
    void failuresSayWhoseMoveItIs() {
        answer = "{\"choices\": []}";
        assertThatThrownBy(() -> open(Provider.OPENAI).ask(CALL))
                .isInstanceOf(TeacherBusyException.class)
                .hasMessageContaining("without choices[0].text");
        answer = "<html>";
        assertThatThrownBy(() -> open(Provider.OPENAI).ask(CALL)).isInstanceOf(TeacherBusyException.class);
        status = 404;
        assertThatThrownBy(() -> open(Provider.OPENAI).ask(CALL)).isInstanceOf(TeacherMisconfiguredException.class);
        status = 429;
        assertThatThrownBy(() -> open(Provider.OPENAI).ask(CALL))
                .isInstanceOfSatisfying(TeacherBusyException.class, busy -> assertThat(busy.kind())
                        .isEqualTo(TeacherBusyException.Kind.THROTTLED));
    }

    @ParameterizedTest
    @EnumSource(
            value = Provider.class,
            names = {"ANTHROPIC", "GEMINI", "MISTRAL", "OLLAMA"})
    void chatsOfOtherProvidersAreNotAskedToGoOn(Provider provider) {
        assertThatThrownBy(() -> open(provider).ask(CALL))
                .isInstanceOf(TeacherMisconfiguredException.class)
                .hasMessageContaining("must go on with raw text")
                .hasMessageContaining("provider: openai");
        assertThat(posted).isEmpty();
    }

    private Teacher open(Provider provider) {
        String url = "http://localhost:" + server.getAddress().getPort() + "/v1";
        return ChatTeachers.open(Plans.of(provider, url, Plans.limits(4, Duration.ofSeconds(20))), Plans.ENVIRONMENT);
    }

    private static String answer(String text, String reason) {
        return "{\"choices\": [{\"text\": \"" + text + "\", \"finish_reason\": \"" + reason + "\"}],"
                + " \"usage\": {\"prompt_tokens\": 4, \"completion_tokens\": 6,"
                + " \"prompt_tokens_details\": {\"cached_tokens\": 3}}}";
    }
}
