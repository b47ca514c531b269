package dev.reflux.activities.reply;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.reflux.activities.teacher.TeacherCall;
import dev.reflux.activities.teacher.TeacherDesk;
import dev.reflux.activities.teacher.TeacherDesk.Answer;
import dev.reflux.activities.teacher.TeacherReply;
import dev.reflux.activities.teacher.TeacherReply.Finish;
import dev.reflux.config.InvalidSettingException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.IntConsumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BadOutputTest {

    private static final String FRENCH = "La pluie tombe en hiver parce que les nuages deviennent trop lourds.";

    @Test
    void namesWhatIsWrong() {
        assertThat(reasonOf(said("  \n"))).isEqualTo("empty-answer");
        assertThat(reasonOf(refused("refused"))).isEqualTo("refused");
        assertThat(reasonOf(ended("Half an ans", Finish.LENGTH))).isEqualTo("cut-by-length");
        assertThat(reasonOf(said("a".repeat(100_000)))).isEqualTo("answer-too-long");
        assertThat(reasonOf(said("No JSON here: {"))).isEqualTo("not-json");
        assertThat(reasonOf(said("{\"text\": 3}"))).isEqualTo("not-as-schema");
        assertThat(reasonOf(said("{\"text\": \"" + FRENCH + "\"}"))).isEqualTo("wrong-language");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "```json\n{\"text\": \"fine\"}\n```",
                "Sure! {'text': 'fine',} Anything else?",
                "<think>{\"text\": \"no\"}</think>{text: \"fine\"}",
                "{broken {\"text\": \"fine\"}"
            })
    void readsJsonThatIsAlmostRight(String words) {
        assertThat(read(said(words))).isEqualTo(Reading.of("fine"));
    }

    @Test
    void cannotTellTheLanguageOfAFewLetters() {
        assertThat(Replies.in("en", "Oui.").isUsable()).isTrue();
        assertThat(Replies.in(null, FRENCH).isUsable()).isTrue();
        assertThat(Replies.in("fr", FRENCH).isUsable()).isTrue();
        assertThatThrownBy(() -> Replies.requireKnown("english")).isInstanceOf(InvalidSettingException.class);
    }

    @Test
    void asksAgainOnlyWhereThatCanHelp() {
        assertThat(callsFor(said(""))).isEqualTo(3);
        assertThat(callsFor(said("no"))).isEqualTo(3);
        assertThat(callsFor(said("{}"))).isEqualTo(3);
        assertThat(callsFor(said("{\"text\": \"" + FRENCH + "\"}"))).isEqualTo(3);
        assertThat(callsFor(refused("refused"))).isEqualTo(1);
        assertThat(callsFor(refused("bad-request"))).isEqualTo(1);
        assertThat(callsFor(ended("Half", Finish.LENGTH))).isEqualTo(1);
        assertThat(callsFor(said("a".repeat(100_000)))).isEqualTo(1);
        assertThat(callsFor(said("{\"text\": \"fine\"}"))).isEqualTo(1);
    }

    private static Answer said(String text) {
        return ended(text, Finish.STOP);
    }

    private static Answer ended(String text, Finish finish) {
        return new Answer(new TeacherReply(text, finish, 100, 0, 10, List.of()), null, true);
    }

    private static Answer refused(String reason) {
        return new Answer(null, reason, false);
    }

    private static String reasonOf(Answer answer) {
        return read(answer).reason();
    }

    private static Reading<String> read(Answer answer) {
        Reading<JsonNode> object = Replies.json(answer);
        return object.then(node -> Replies.text(node, "text")).then(text -> Replies.in("en", text));
    }

    private static int callsFor(Answer answer) {
        CountingDesk desk = new CountingDesk(call -> answer);
        new Questions(desk, 3, settled -> {}).ask(List.of(TeacherCall.of("", "Say it", 10)), BadOutputTest::read);
        return desk.asked.size();
    }

    private static final class CountingDesk implements TeacherDesk {
        private final Function<TeacherCall, Answer> script;
        private final List<TeacherCall> asked = new ArrayList<>();

        CountingDesk(Function<TeacherCall, Answer> script) {
            this.script = script;
        }

        @Override
        public String identity() {
            return "counting";
        }

        @Override
        public List<Answer> askAll(List<TeacherCall> calls, IntConsumer progress) {
            asked.addAll(calls);
            return calls.stream().map(script).toList();
        }

        @Override
        public Usage usage() {
            return new Usage(asked.size(), 0, 0, 0, 0, 0);
        }
    }
}
