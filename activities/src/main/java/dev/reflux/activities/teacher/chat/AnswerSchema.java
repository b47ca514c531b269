package dev.reflux.activities.teacher.chat;

import dev.langchain4j.model.chat.request.ResponseFormat;
import dev.langchain4j.model.chat.request.ResponseFormatType;
import dev.langchain4j.model.chat.request.json.JsonRawSchema;
import dev.langchain4j.model.chat.request.json.JsonSchema;
import dev.reflux.activities.teacher.TeacherCall;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How a JSON answer is asked for: by schema where the server enforces one, in words where it does not. */
final class AnswerSchema {

    private static final Pattern FENCED =
            Pattern.compile("\\s*```(?:json)?\\s*\\n(.*?)\\n?\\s*```\\s*", Pattern.DOTALL);

    private AnswerSchema() {}

    static ResponseFormat format(String schema) {
        return ResponseFormat.builder()
                .type(ResponseFormatType.JSON)
                .jsonSchema(JsonSchema.builder()
                        .name("answer")
                        .rootElement(JsonRawSchema.from(schema))
                        .build())
                .build();
    }

    /** The same question with the schema at the end of its system message. */
    static TeacherCall inWords(TeacherCall call) {
        String instruction =
                "Answer with one JSON object and nothing else. It must follow this JSON Schema:\n" + call.schema();
        return call.by(null).under(call.system() == null ? instruction : call.system() + "\n\n" + instruction);
    }

    /** The answer without the Markdown fence that many models put around JSON. */
    static String unfenced(String answer) {
        Matcher fenced = FENCED.matcher(answer);
        return fenced.matches() ? fenced.group(1) : answer;
    }
}
