package dev.reflux.activities.teacher.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.harrel.jsonschema.ValidatorFactory;
import dev.reflux.activities.teacher.Plans;
import dev.reflux.activities.teacher.TeacherCall;
import dev.reflux.activities.teacher.TeacherReply;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RehearsalTeacherTest {

    private final RehearsalTeacher teacher =
            new RehearsalTeacher(Plans.openAi("http://nowhere", 4).rehearsed());

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"type\":\"object\",\"properties\":{\"label\":{\"enum\":[\"a\",\"b\"]}},\"required\":[\"label\"]}",
                "{\"type\":\"array\",\"items\":{\"type\":\"string\",\"minLength\":200},\"minItems\":20,\"maxItems\":20}",
                "{\"type\":\"object\",\"properties\":{\"score\":{\"type\":\"integer\",\"minimum\":1,\"maximum\":5},"
                        + "\"rationale\":{\"type\":[\"string\",\"null\"],\"maxLength\":10}},\"required\":[\"score\"],"
                        + "\"additionalProperties\":false}",
                "{\"$ref\":\"#/$defs/turn\",\"$defs\":{\"turn\":{\"type\":\"object\",\"properties\":{\"done\":"
                        + "{\"type\":\"boolean\"},\"share\":{\"type\":\"number\",\"minimum\":0,\"maximum\":1}}}}}",
                "{\"anyOf\":[{\"type\":\"string\"},{\"type\":\"null\"}]}",
                "{\"const\":7}"
            })
    void itsAnswersFitTheSchema(String schema) {
        for (int draw = 0; draw < 50; draw++) {
            String answer = teacher.ask(call(schema).draw(draw)).text();

            assertThat(new ValidatorFactory().validate(schema, answer).isValid())
                    .as(answer)
                    .isTrue();
        }
    }

    @Test
    void theSameCallGetsTheSameAnswerAndAnotherDrawAnother() {
        TeacherCall call = TeacherCall.of("Be brief.", "Why does it rain?", 400);

        assertThat(teacher.ask(call)).isEqualTo(teacher.ask(call));
        assertThat(teacher.ask(call.draw(1)).text())
                .isNotEqualTo(teacher.ask(call).text());
    }

    @Test
    void drawsAgreeNowAndThen() {
        Set<String> answers = new TreeSet<>();
        for (int draw = 0; draw < 30; draw++) {
            String text =
                    teacher.ask(TeacherCall.of(null, "1 + 1?", 100).draw(draw)).text();
            answers.add(text.substring(text.indexOf("The answer is")));
        }

        assertThat(answers).hasSize(3);
    }

    @Test
    void countsTokensAsAModelWould() {
        TeacherReply reply = teacher.ask(TeacherCall.of("Be brief.", "Why does it rain?", 400));

        assertThat(reply.inputTokens()).isEqualTo(3 + 5 + 2 * 4);
        assertThat(reply.outputTokens()).isBetween(60L, 160L);
    }

    @Test
    void makesUpTheProbabilitiesOfATextsEnd() {
        TeacherCall led = TeacherCall.scoring("Where is it? On the hill.", 13);
        TeacherReply reply = teacher.ask(led);

        assertThat(reply).isEqualTo(teacher.ask(led));
        assertThat(reply.text()).isEmpty();
        assertThat(reply.tokens().stream().map(TeacherReply.Token::text)).containsExactly("On", " the", " hill.");
        List<TeacherReply.Token> alone =
                teacher.ask(TeacherCall.scoring("On the hill.", 0)).tokens();
        assertThat(alone).hasSize(3);
        for (int token = 0; token < 3; token++) {
            assertThat(reply.tokens().get(token).logprob())
                    .as("what was said before helps")
                    .isBetween(alone.get(token).logprob(), 0.0);
        }
    }

    private static TeacherCall call(String schema) {
        return TeacherCall.of(null, "Fill this in.", 400).by(schema);
    }
}
