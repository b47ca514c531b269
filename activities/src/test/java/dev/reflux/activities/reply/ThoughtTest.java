package dev.reflux.activities.reply;

import static org.assertj.core.api.Assertions.assertThat;

import dev.reflux.activities.teacher.TeacherDesk;
import dev.reflux.activities.teacher.TeacherReply;
import dev.reflux.activities.teacher.TeacherReply.Finish;
import java.util.List;
import org.junit.jupiter.api.Test;

class ThoughtTest {

    @Test
    void keepsTheProvidersReasoningApart() {
        assertThat(read("4", "Two and two.\n")).isEqualTo(Reading.of(new Thought("4", "Two and two.")));
        assertThat(read("4", " ")).isEqualTo(Reading.of(new Thought("4", null)));
    }

    @Test
    void takesThoughtsOutOfTheText() {
        assertThat(read("<think>\nTwo\nand two.\n</think>\n\n4", null))
                .isEqualTo(Reading.of(new Thought("4", "Two\nand two.")));
        assertThat(read("<think></think>4", null)).isEqualTo(Reading.of(new Thought("4", null)));
        assertThat(read("<think>b</think>4", "a")).isEqualTo(Reading.of(new Thought("4", "a\n\nb")));
    }

    @Test
    void knowsThoughtsThatTheChatTemplateOpened() {
        assertThat(read("Two and two.\n</think>\n\n4", null)).isEqualTo(Reading.of(new Thought("4", "Two and two.")));
    }

    @Test
    void leavesCodeThatContinuesAPromptItsIndentation() {
        String code = "    for n in range(3):\n        print(n)";
        assertThat(read("\n" + code + "\n\n", null)).isEqualTo(Reading.of(new Thought(code, null)));
        assertThat(read("<think>easy</think>\n\n" + code, null)).isEqualTo(Reading.of(new Thought(code, "easy")));
        assertThat(read(" Four, of course. ", null)).isEqualTo(Reading.of(new Thought("Four, of course.", null)));
    }

    @Test
    void leavesAnAnswerThatSpeaksAboutTheTagAsItIs() {
        String about = "Models put <think> before their thoughts and </think> after them.";
        assertThat(read(about, null)).isEqualTo(Reading.of(new Thought(about, null)));
    }

    @Test
    void takesThoughtsWithoutAnAnswerForNone() {
        assertThat(read("<think>Two and two.</think> ", null)).isEqualTo(Reading.none("empty-answer"));
        assertThat(read("<think>Two and two", null)).isEqualTo(Reading.none("empty-answer"));
    }

    private static Reading<Thought> read(String text, String reasoning) {
        TeacherReply reply = new TeacherReply(text, Finish.STOP, 1, 0, 1, List.of(), reasoning);
        return Thought.read(new TeacherDesk.Answer(reply, null, true));
    }

    @Test
    void readsALongChainOfThoughtWithoutRunningOutOfStack() {
        String thoughts = "a line of thought\n".repeat(3_000).strip();
        assertThat(read("<think>" + thoughts + "</think>4", null)).isEqualTo(Reading.of(new Thought("4", thoughts)));
        assertThat(read(thoughts, null)).isEqualTo(Reading.of(new Thought(thoughts, null)));
    }
}
