package dev.reflux.activities.teacher.chat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import dev.reflux.activities.teacher.Fault;
import dev.reflux.activities.teacher.Plans;
import dev.reflux.activities.teacher.Script;
import dev.reflux.activities.teacher.ScriptedAnswer;
import dev.reflux.activities.teacher.ScriptedTeacher;
import dev.reflux.activities.teacher.Teacher;
import dev.reflux.activities.teacher.TeacherCall;
import dev.reflux.activities.teacher.TeacherMisconfiguredException;
import dev.reflux.activities.teacher.TeacherReply;
import dev.reflux.activities.teacher.TeacherReply.Finish;
import dev.reflux.activities.teacher.TeacherReply.Token;
import dev.reflux.config.Environment;
import dev.reflux.config.Limits;
import dev.reflux.config.Price;
import dev.reflux.config.Provider;
import dev.reflux.config.TeacherPlan;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

class ChatTeacherTest {

    private static final String SCHEMA =
            "{\"type\":\"object\",\"properties\":{\"label\":{\"type\":\"string\"}},\"required\":[\"label\"],"
                    + "\"additionalProperties\":false}";

    private static final Limits LIMITS = Plans.limits(4, Duration.ofSeconds(20));

    private final ScriptedTeacher server = ScriptedTeacher.start(Script.answering("card-lost"));

    @AfterEach
    void stop() {
        server.close();
    }

    @ParameterizedTest
    @EnumSource(
            value = Provider.class,
            mode = Mode.EXCLUDE,
            names = {"EMBEDDED", "REPLAY", "REHEARSAL", "REWARD"})
    void everyProviderAnswersWithTextFinishAndTokens(Provider provider) {
        server.play(Script.answering(question -> ScriptedAnswer.of(question.system() + "|" + question.user())));

        TeacherReply reply = open(provider).ask(Plans.call("I lost my card"));

        assertThat(reply.text()).isEqualTo("You label.|I lost my card");
        assertThat(reply.finish()).isEqualTo(Finish.STOP);
        assertThat(reply.inputTokens()).isPositive();
        assertThat(reply.outputTokens()).isPositive();
        assertThat(reply.tokens()).isEmpty();
    }

    @Test
    void countsAnthropicsCachedTokensAmongTheInput() {
        TeacherReply openAi = open(Provider.OPENAI).ask(Plans.call("I lost my card"));
        TeacherReply anthropic = open(Provider.ANTHROPIC).ask(Plans.call("I lost my card"));

        assertThat(anthropic.cachedTokens()).isEqualTo(7);
        assertThat(anthropic.inputTokens()).isEqualTo(openAi.inputTokens() + 7);
        assertThat(openAi.cachedTokens()).isEqualTo(openAi.inputTokens() / 2);
    }

    @Test
    void givesTheProbabilitiesOfTokensAndTheirRivals() {
        server.play(Script.answering(
                question -> new ScriptedAnswer("{\"label\":\"card\"}", "card", 0.8, Map.of("refund", 0.15))));

        TeacherReply reply = open(Provider.OPENAI).ask(new TeacherCall(null, "I lost my card", null, 0, 16, true, 0));

        Token decisive = reply.tokens().stream()
                .filter(token -> token.text().equals("card"))
                .findFirst()
                .orElseThrow();
        assertThat(Math.exp(decisive.logprob())).isBetween(0.799, 0.801);
        assertThat(decisive.rivals()).extracting(Token.Rival::text).containsExactly("card", "refund");
    }

    @Test
    void asksInWordsOnceAServerHasRefusedSchemas() {
        server.play(Script.answering(question -> ScriptedAnswer.of(
                        question.system().contains("JSON Schema")
                                ? "```json\n{\"label\":\"a\"}\n```"
                                : "no schema seen"))
                .failing(Fault.SCHEMA_REFUSED, 1));
        Teacher teacher = open(Provider.OPENAI);

        assertThat(teacher.ask(bySchema("one")).text()).isEqualTo("{\"label\":\"a\"}");
        assertThat(teacher.ask(bySchema("two")).text()).isEqualTo("{\"label\":\"a\"}");
        assertThat(server.stats().requests()).isEqualTo(3);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "OPENAI | {\"choices\":[{\"message\":{\"content\":\"x\"},\"finish_reason\":\"abort\"}]} | OTHER",
                "OPENAI | {\"choices\":[{\"message\":{\"content\":\"x\"},\"finish_reason\":\"length\"}]} | LENGTH",
                "OPENAI | {\"choices\":[{\"message\":{},\"finish_reason\":\"content_filter\"}]} | CONTENT_FILTER",
                "ANTHROPIC | {\"content\":[],\"stop_reason\":\"refusal\"} | CONTENT_FILTER"
            })
    void tellsWhyAnAnswerEnded(Provider provider, String body, Finish finish) throws IOException {
        HttpServer stub = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        stub.createContext("/", exchange -> {
            exchange.sendResponseHeaders(200, body.length());
            exchange.getResponseBody().write(body.getBytes(StandardCharsets.UTF_8));
            exchange.close();
        });
        stub.start();
        try {
            TeacherPlan plan =
                    plan(provider, "http://127.0.0.1:" + stub.getAddress().getPort() + "/v1");
            assertThat(ChatTeachers.open(plan, Plans.ENVIRONMENT)
                            .ask(Plans.call("hi"))
                            .finish())
                    .isEqualTo(finish);
        } finally {
            stub.stop(0);
        }
    }

    @Test
    void drawsDifferentSamplesOfOneQuestion() {
        Teacher teacher = open(Provider.OPENAI);

        teacher.ask(new TeacherCall(null, "Write one", null, 1, 16, false, 0));
        teacher.ask(new TeacherCall(null, "Write one", null, 1, 16, false, 1));

        assertThat(server.stats().questions()).isEqualTo(2);
    }

    @Test
    void identityNamesWhatDeterminesTheAnswersAndNoSecret() {
        TeacherPlan plan = plan(Provider.OPENAI, "https://user:" + Plans.KEY + "@models.example/v1/?key=" + Plans.KEY);

        assertThat(ChatTeachers.open(plan, Plans.ENVIRONMENT).identity())
                .isEqualTo("openai scripted https://models.example/v1/");
    }

    @Test
    void aCompatibleServerNeedsNoKey() {
        TeacherPlan plan = new TeacherPlan(
                Provider.OPENAI, "m", server.baseUrl(), null, 0, 16, null, LIMITS, new Price(0, null, 0));

        assertThat(ChatTeachers.open(plan, Plans.ENVIRONMENT)
                        .ask(Plans.call("hi"))
                        .text())
                .isEqualTo("card-lost");
    }

    @Test
    void saysWhichVariableIsMissing() {
        TeacherPlan plan = plan(Provider.OPENAI, server.baseUrl());

        assertThatThrownBy(() -> ChatTeachers.open(plan, Environment.of(Map.of())))
                .isInstanceOf(TeacherMisconfiguredException.class)
                .hasMessageContaining("teacher.apiKey")
                .hasMessageContaining("TEACHER_KEY");
    }

    @Test
    void saysThatAKeyIsNeeded() {
        TeacherPlan plan =
                new TeacherPlan(Provider.ANTHROPIC, "m", null, null, 0, 16, null, LIMITS, new Price(0, null, 0));

        assertThatThrownBy(() -> ChatTeachers.open(plan, Plans.ENVIRONMENT))
                .isInstanceOf(TeacherMisconfiguredException.class)
                .hasMessageContaining("teacher.apiKey must be given for anthropic");
    }

    @Test
    void saysThatAUrlIsNone() {
        TeacherPlan plan = plan(Provider.OPENAI, "localhost:8000/v1");

        assertThatThrownBy(() -> ChatTeachers.open(plan, Plans.ENVIRONMENT))
                .isInstanceOf(TeacherMisconfiguredException.class)
                .hasMessageContaining("teacher.baseUrl must be an http or https URL");
    }

    private Teacher open(Provider provider) {
        String url = provider == Provider.OLLAMA ? server.url() : server.baseUrl();
        return ChatTeachers.open(plan(provider, url), Plans.ENVIRONMENT);
    }

    private static TeacherPlan plan(Provider provider, String url) {
        return Plans.of(provider, url, LIMITS);
    }

    private static TeacherCall bySchema(String user) {
        return new TeacherCall(null, user, SCHEMA, 0, 16, false, 0);
    }
}
