package dev.reflux.activities.teacher.chat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.reflux.activities.teacher.EchoServer;
import dev.reflux.activities.teacher.EchoServer.Mood;
import dev.reflux.activities.teacher.Plans;
import dev.reflux.activities.teacher.Teacher;
import dev.reflux.activities.teacher.TeacherBusyException;
import dev.reflux.activities.teacher.TeacherCall;
import dev.reflux.activities.teacher.TeacherMisconfiguredException;
import dev.reflux.activities.teacher.TeacherRefusedException;
import dev.reflux.activities.teacher.TeacherReply;
import dev.reflux.activities.teacher.TeacherReply.Token;
import dev.reflux.config.Provider;
import dev.reflux.config.TeacherPlan;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class EchoedTokensTest {

    private static final String PROMPT = "<|user|>Where?<|assistant|>\n";

    @Test
    void postsATextAndReadsItsTokensFromAPlaceOn() throws IOException {
        try (EchoServer server = EchoServer.start((before, token) -> -before.length())) {
            TeacherReply reply = open(server, Duration.ofSeconds(20)).ask(TeacherCall.scoring("To be or", 5));

            assertThat(server.posted())
                    .hasToString("[{\"model\":\"scripted\",\"prompt\":\"To be or\",\"max_tokens\":1,"
                            + "\"temperature\":0.0,\"echo\":true,\"logprobs\":1}]");
            assertThat(reply.tokens()).containsExactly(new Token(" or", -5, List.of()));
            assertThat(reply.text()).isEmpty();
            assertThat(reply.inputTokens()).isEqualTo(4);
            assertThat(reply.outputTokens()).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = Mood.class,
            names = {"WITHOUT_LOGPROBS", "WITHOUT_ECHO", "WITHOUT_PROMPT_LOGPROBS"})
    void aServerThatCannotIsTheUsersMove(Mood mood) throws IOException {
        try (EchoServer server = EchoServer.start((before, token) -> -1)) {
            server.be(mood);

            assertThatThrownBy(() -> open(server, Duration.ofSeconds(20)).ask(TeacherCall.scoring("To be or", 0)))
                    .isInstanceOf(TeacherMisconfiguredException.class)
                    .hasMessageContaining("must return the log probabilities of the text that it is given")
                    .hasMessageContaining("serve the model by one that does, such as vLLM");
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = Mood.class,
            names = {"GARBLED", "SLOW"})
    void aServerInTroubleIsAskedAgainLater(Mood mood) throws IOException {
        try (EchoServer server = EchoServer.start((before, token) -> -1)) {
            server.be(mood);

            assertThatThrownBy(() -> open(server, Duration.ofMillis(300)).ask(TeacherCall.scoring("To be or", 0)))
                    .isInstanceOf(TeacherBusyException.class);
        }
    }

    /** Tokens stand between bars; {@code *} is a character cut in two. */
    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '"',
            value = {
                "<|user|>|Where|?|<|assistant|>|~|On| the| hill ; On the hill ; On, the, hill",
                "<s>|<|user|>|Where|?|<|assistant|>|~|On| the| hill| top ; On the hill ; On, the, hill",
                "|<|user|>|Where|?|<|assistant|>|~|On| the| hill ; On the hill ; On, the, hill",
                "<|user|>|Where|?||~|On| the| hill ; On the hill ; On, the, hill",
                "<|user|>|Where|?|<|assistant|>|~On| the| hill ; On the hill ; the, hill",
                "<|user|>|Where|?|<|assistant|>|~|*|*|*| hill| top ; 😀 hill ; *, *, *, hill",
                "<|user|>|Where|?|<|assistant|>|~|On| *|*| a| *|* ; On 😀 a 😀 ; On, *, *, a, *, *",
                "<|user|>|Where|?|<|assistant|>|~|On| *|*| |x ; On 😀 x ; On, *, *,  , x",
                "<|user|>|Where|?|<|assistant|>|~|bytes:\\xe2\\x82|bytes:\\xac|5 ; €5 ; bytes:\\xe2\\x82, bytes:\\xac, 5"
            })
    void theBoundaryIsWhereTheAnswerBegins(String tokens, String answer, String scored) {
        List<Token> found = echoed(tokens, 0).of(TeacherCall.scoring(PROMPT + answer, PROMPT.length()));

        assertThat(found.stream().map(token -> token.text().strip()).toList())
                .containsExactlyElementsOf(List.of(scored.replace('*', '\uFFFD').split(",")).stream()
                        .map(String::strip)
                        .toList());
    }

    @Test
    void whatTheServerCountsAsGivenEndsTheText() {
        String tokens = "<|user|>|Where|?|<|assistant|>|~|*|*|*";

        assertThat(echoed(tokens, 7).of(TeacherCall.scoring(PROMPT + "😀", PROMPT.length())))
                .as("the last one goes on with the text")
                .hasSize(2);
    }

    @Test
    void sentencePiecesBeginWithASpaceOfTheirOwn() {
        assertThat(echoed("<s>| On| the", 0).of(TeacherCall.scoring("On the", 0)))
                .extracting(Token::text)
                .containsExactly(" On", " the");
    }

    @Test
    void theFirstTokenOfAllFollowsNothing() {
        assertThat(echoed("On| the", 0).of(TeacherCall.scoring("On the", 0)))
                .extracting(Token::text)
                .containsExactly(" the");
        assertThat(echoed("On|.", 0).of(TeacherCall.scoring("On", 0))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {"On| a| hill", "On| the", "On| the| hill| top| is", "On|*|*| top| is"})
    void tokensOfAnotherTextAreNone(String tokens) {
        assertThatThrownBy(() -> echoed(tokens, 0).of(TeacherCall.scoring("On the hill", 0)))
                .isInstanceOfSatisfying(TeacherRefusedException.class, refusal -> assertThat(refusal.reason())
                        .isEqualTo("tokens-unaligned"));
    }

    /** The first token has no probability, as servers have it. */
    private static EchoedTokens echoed(String written, long asked) {
        ObjectNode logprobs = new JsonMapper().createObjectNode();
        ArrayNode tokens = logprobs.putArray("tokens");
        ArrayNode values = logprobs.putArray("token_logprobs");
        for (String token : written.replace("<|", "<!").replace("|>", "!>").split("\\|", -1)) {
            tokens.add(token.replace("<!", "<|")
                    .replace("!>", "|>")
                    .replace('~', '\n')
                    .replace('*', '\uFFFD'));
            if (values.isEmpty()) {
                values.addNull();
            } else {
                values.add(-1.5);
            }
        }
        return new EchoedTokens(
                Connection.of(plan("http://localhost:9/v1", Duration.ofSeconds(1)), Plans.ENVIRONMENT),
                logprobs,
                asked);
    }

    private static Teacher open(EchoServer server, Duration timeout) {
        return ChatTeachers.open(plan(server.baseUrl(), timeout), Plans.ENVIRONMENT);
    }

    private static TeacherPlan plan(String url, Duration timeout) {
        return Plans.of(Provider.OPENAI, url, Plans.limits(4, timeout));
    }
}
