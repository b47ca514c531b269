package dev.reflux.activities.teacher.chat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.sun.net.httpserver.HttpServer;
import dev.reflux.activities.teacher.Fault;
import dev.reflux.activities.teacher.Plans;
import dev.reflux.activities.teacher.Script;
import dev.reflux.activities.teacher.ScriptedTeacher;
import dev.reflux.activities.teacher.Teacher;
import dev.reflux.activities.teacher.TeacherBusyException;
import dev.reflux.activities.teacher.TeacherBusyException.Kind;
import dev.reflux.activities.teacher.TeacherMisconfiguredException;
import dev.reflux.activities.teacher.TeacherRefusedException;
import dev.reflux.config.Provider;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProviderFailuresTest {

    private static final List<Provider> PROVIDERS =
            List.of(Provider.OPENAI, Provider.ANTHROPIC, Provider.GEMINI, Provider.MISTRAL, Provider.OLLAMA);

    private final ScriptedTeacher server = ScriptedTeacher.start(Script.answering("card-lost"));

    @AfterEach
    void stop() {
        server.close();
    }

    static List<Arguments> passingFaults() {
        List<Arguments> cases = new ArrayList<>();
        for (Provider provider : PROVIDERS) {
            cases.add(Arguments.of(provider, Fault.THROTTLE, Kind.THROTTLED));
            cases.add(Arguments.of(provider, Fault.SERVER_ERROR, Kind.FAILED));
            cases.add(Arguments.of(provider, Fault.STALL, Kind.LATE));
            cases.add(Arguments.of(provider, Fault.STALL_BODY, Kind.LATE));
            cases.add(Arguments.of(provider, Fault.GARBAGE, Kind.FAILED));
            cases.add(Arguments.of(provider, Fault.CUT_BODY, Kind.FAILED));
            cases.add(Arguments.of(provider, Fault.RESET, Kind.FAILED));
        }
        return cases;
    }

    @ParameterizedTest
    @MethodSource("passingFaults")
    void whatMayPassIsBusy(Provider provider, Fault fault, Kind kind) {
        server.play(Script.answering("x").failing(fault, 1).askingToWait(Duration.ofSeconds(7)));
        Duration deadline = kind == Kind.LATE ? Duration.ofMillis(150) : Duration.ofSeconds(20);

        TeacherBusyException busy = catchThrowableOfType(
                TeacherBusyException.class, () -> open(provider, deadline).ask(Plans.call("hi")));

        assertThat(busy.kind()).isEqualTo(kind);
        assertThat(busy.retryAfter()).isEqualTo(fault == Fault.THROTTLE ? Duration.ofSeconds(7) : null);
        assertThat(busy).hasMessageContaining("scripted at 127.0.0.1:" + server.port());
    }

    static List<Provider> providers() {
        return PROVIDERS;
    }

    @ParameterizedTest
    @MethodSource("providers")
    void aWrongKeyIsTheUsersMoveAndIsNotShown(Provider provider) {
        server.play(Script.answering("x").failing(Fault.UNAUTHORIZED, 1));

        Throwable failure =
                catchThrowable(() -> open(provider, Duration.ofSeconds(20)).ask(Plans.call("hi")));

        assertThat(failure)
                .isInstanceOf(TeacherMisconfiguredException.class)
                .hasMessageContaining("HTTP 401")
                .hasMessageContaining("teacher.apiKey");
        assertThat(printed(failure)).contains("Incorrect API key provided").doesNotContain(Plans.KEY);
    }

    @ParameterizedTest
    @MethodSource("providers")
    void oneBadQuestionIsRefusedAlone(Provider provider) {
        server.play(Script.answering("x").failing(Fault.BAD_REQUEST, 1));

        TeacherRefusedException refused =
                catchThrowableOfType(TeacherRefusedException.class, () -> open(provider, Duration.ofSeconds(20))
                        .ask(Plans.call("hi")));

        assertThat(refused.reason()).isEqualTo("bad-request");
    }

    @ParameterizedTest
    @MethodSource("providers")
    void anAnswerWithoutItsPartsIsBusy(Provider provider) throws IOException {
        assertThat(failureOf(provider, 200, "{}")).isInstanceOf(TeacherBusyException.class);
    }

    @ParameterizedTest
    @MethodSource("providers")
    void anEmptyAnswerIsBusy(Provider provider) throws IOException {
        assertThat(failureOf(provider, 200, "")).isInstanceOf(TeacherBusyException.class);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "402 | Payment required",
                "429 | {\"error\":{\"code\":\"insufficient_quota\"}}",
                "400 | {\"error\":{\"message\":\"Your credit balance is too low\"}}",
                "400 | {\"error\":{\"details\":[{\"reason\":\"API_KEY_INVALID\"}]}}",
                "400 | {\"error\":{\"message\":\"Unsupported value\",\"param\":\"temperature\"}}",
                "400 | {\"error\":{\"message\":\"The model gpt-9 does not exist\"}}",
                "403 | forbidden",
                "404 | {\"error\":\"model not found\"}",
                "301 | moved"
            })
    void whatTheUserMustChangeStopsAtOnce(int status, String body) throws IOException {
        assertThat(failureOf(Provider.OPENAI, status, body)).isInstanceOf(TeacherMisconfiguredException.class);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "400 | {\"error\":{\"code\":\"content_filter\"}} | refused",
                "403 | {\"error\":{\"message\":\"Your input was flagged\"}} | refused",
                "413 | too large | bad-request",
                "422 | {\"detail\":\"unprocessable\"} | bad-request"
            })
    void whatConcernsOneQuestionIsRefused(int status, String body, String reason) throws IOException {
        assertThat(failureOf(Provider.OPENAI, status, body))
                .isInstanceOfSatisfying(TeacherRefusedException.class, refused -> assertThat(refused.reason())
                        .isEqualTo(reason));
    }

    @Test
    void aRefusalInTheAnswerIsRefused() throws IOException {
        String refusal =
                "{\"choices\":[{\"finish_reason\":\"stop\",\"message\":{\"role\":\"assistant\",\"content\":null,"
                        + "\"refusal\":\"I cannot help with that\"}}]}";

        assertThat(failureOf(Provider.OPENAI, 200, refusal))
                .isInstanceOfSatisfying(TeacherRefusedException.class, refused -> assertThat(refused.reason())
                        .isEqualTo("refused"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"promptFeedback\":{\"blockReason\":\"PROHIBITED_CONTENT\"}}",
                "{\"candidates\":[{\"finishReason\": \"SAFETY\"}]}"
            })
    void whatGeminiBlocksIsRefused(String body) throws IOException {
        assertThat(failureOf(Provider.GEMINI, 200, body))
                .isInstanceOfSatisfying(TeacherRefusedException.class, refused -> assertThat(refused.reason())
                        .isEqualTo("refused"));
    }

    @Test
    void aBlankQuestionIsRefusedUnasked() {
        assertThatThrownBy(() -> open(Provider.OPENAI, Duration.ofSeconds(20)).ask(Plans.call(" ")))
                .isInstanceOf(TeacherRefusedException.class);
        assertThat(server.stats().requests()).isZero();
    }

    /** On a port that is taken and that nobody listens to: one that was let go of may be anybody's by now. */
    @Test
    void aDeadServerIsBusy() throws IOException {
        try (Socket deaf = new Socket()) {
            deaf.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
            String url = "http://127.0.0.1:" + deaf.getLocalPort() + "/v1";
            Teacher teacher = ChatTeachers.open(Plans.openAi(url, 1), Plans.ENVIRONMENT);

            assertThatThrownBy(() -> teacher.ask(Plans.call("hi")))
                    .isInstanceOf(TeacherBusyException.class)
                    .hasMessageContaining("could not be reached");
        }
    }

    @Test
    void aNameThatDoesNotResolveIsTheUsersMove() {
        Teacher teacher = ChatTeachers.open(Plans.openAi("http://no-such-host.invalid/v1", 1), Plans.ENVIRONMENT);

        assertThatThrownBy(() -> teacher.ask(Plans.call("hi")))
                .isInstanceOf(TeacherMisconfiguredException.class)
                .hasMessageContaining("no-such-host.invalid")
                .hasMessageContaining("teacher.baseUrl");
    }

    private Teacher open(Provider provider, Duration deadline) {
        String url = provider == Provider.OLLAMA ? server.url() : server.baseUrl();
        return ChatTeachers.open(Plans.of(provider, url, Plans.limits(4, deadline)), Plans.ENVIRONMENT);
    }

    private static Throwable failureOf(Provider provider, int status, String body) throws IOException {
        HttpServer stub = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        stub.createContext("/", exchange -> {
            byte[] content = body.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status, content.length == 0 ? -1 : content.length);
            exchange.getResponseBody().write(content);
            exchange.close();
        });
        stub.start();
        try {
            String url = "http://127.0.0.1:" + stub.getAddress().getPort() + "/v1";
            Teacher teacher = ChatTeachers.open(
                    Plans.of(provider, url, Plans.limits(1, Duration.ofSeconds(20))), Plans.ENVIRONMENT);
            return catchThrowable(() -> teacher.ask(Plans.call("hi")));
        } finally {
            stub.stop(0);
        }
    }

    private static String printed(Throwable failure) {
        StringWriter text = new StringWriter();
        failure.printStackTrace(new PrintWriter(text));
        return text.toString();
    }
}
