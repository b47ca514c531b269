package dev.reflux.activities.stage.judge;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.reflux.activities.prompt.Prompt;
import dev.reflux.activities.prompt.TaskPrompt;
import dev.reflux.activities.reply.Reading;
import dev.reflux.activities.shard.Message;
import dev.reflux.activities.shard.Sample;
import dev.reflux.activities.teacher.TeacherCall;
import dev.reflux.activities.template.BuiltInTemplates;
import dev.reflux.activities.template.ChatTemplate;
import dev.reflux.activities.template.ChatTemplateException;
import dev.reflux.activities.template.RenderOptions;
import java.time.LocalDate;
import java.util.Locale;

/** A sample as a student is given it, through its chat template up to where its answer begins. */
final class StudentPrompt {

    /** The template itself refuses a conversation of this shape, such as one with a system message. */
    static final String REFUSED = "template-refused";

    /** The same prompt on any day, should a template tell it. */
    private static final RenderOptions OPTIONS = RenderOptions.PLAIN
            .withGenerationPrompt(true)
            .at(LocalDate.of(2001, 2, 3).atStartOfDay());

    private final BuiltInTemplates known;
    private final ChatTemplate template;

    StudentPrompt(BuiltInTemplates known) {
        this.known = known;
        this.template = ChatTemplate.builtIn(known.id());
    }

    /** Up to the answer, without the token that servers put first themselves; or why there is none. */
    Reading<String> of(Sample sample) {
        try {
            String text = template.render(messages(sample), OPTIONS).text();
            return Reading.of(
                    text.startsWith(known.begin())
                            ? text.substring(known.begin().length())
                            : text);
        } catch (ChatTemplateException refused) {
            if (!refused.isRefusal()) {
                throw refused;
            }
            return Reading.none(REFUSED);
        }
    }

    /** Asks for the probabilities of the answer after the prompt. */
    static TeacherCall led(String prompt, String answer) {
        return TeacherCall.scoring(prompt + answer, prompt.length());
    }

    /** Asks for those of the answer alone. */
    static TeacherCall alone(String answer) {
        return TeacherCall.scoring(answer, 0);
    }

    private static ArrayNode messages(Sample sample) {
        Prompt.Messages asked = TaskPrompt.of(sample.task().system(), sample.task(), sample.text());
        ArrayNode messages = JsonNodeFactory.instance.arrayNode();
        if (!asked.system().isEmpty()) {
            add(messages, "system", asked.system());
        }
        for (Message turn : sample.task().history()) {
            add(messages, turn.role().name().toLowerCase(Locale.ROOT), turn.content());
        }
        add(messages, "user", asked.user());
        return messages;
    }

    private static void add(ArrayNode messages, String role, String content) {
        messages.addObject().put("role", role).put("content", content);
    }
}
