package dev.reflux.activities.stage.pseudolabel;

import com.fasterxml.jackson.databind.JsonNode;
import dev.reflux.activities.reply.JsonInWords;
import dev.reflux.activities.teacher.TeacherDesk.Answer;
import dev.reflux.activities.teacher.TeacherReply;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads a label from what servers return where JSON was wanted: fenced, surrounded by prose, loosely quoted, cut, or a bare
 * word. It never guesses: words in which no label is stated are unparsable.
 */
final class LabelReader {

    private static final Pattern STATED =
            Pattern.compile("(?i)\\blabel\\b[\"'*`]*\\s*(?:[:=]|is)[\\s\"'*`]*([^\"'\\n,}*`]+)");
    private static final Pattern ONE_WORD = Pattern.compile("\\S{1,100}");

    private final LabelSet labels;

    LabelReader(LabelSet labels) {
        this.labels = labels;
    }

    LabelAnswer read(Answer answer) {
        if (answer.reply() == null) {
            return LabelAnswer.none(answer.refusal());
        }
        return switch (finishOf(answer.reply())) {
            case LENGTH -> LabelAnswer.none(LabelAnswer.CUT);
            case CONTENT_FILTER -> LabelAnswer.none(LabelAnswer.FILTERED);
            case STOP, OTHER -> read(answer.reply().text());
        };
    }

    LabelAnswer read(String text) {
        String words = text == null ? "" : JsonInWords.unwrapped(text);
        if (words.isBlank()) {
            return LabelAnswer.none(LabelAnswer.EMPTY);
        }
        List<JsonNode> objects = JsonInWords.objects(words);
        for (int last = objects.size() - 1; last >= 0; last--) {
            Optional<String> said = labelIn(objects.get(last));
            if (said.isPresent()) {
                return answer(said.get(), StatedConfidence.in(objects.get(last)).orElse(null));
            }
        }
        return readWords(words);
    }

    private LabelAnswer readWords(String words) {
        Optional<String> bare = labels.meant(words);
        if (bare.isPresent()) {
            return new LabelAnswer(bare.get(), words, null, null);
        }
        String stated = null;
        for (Matcher statement = STATED.matcher(words); statement.find(); ) {
            stated = statement.group(1).strip();
        }
        if (stated != null) {
            return answer(stated, StatedConfidence.in(words).orElse(null));
        }
        return LabelAnswer.none(ONE_WORD.matcher(words).matches() ? LabelAnswer.OUTSIDE_SET : LabelAnswer.UNPARSABLE);
    }

    private LabelAnswer answer(String said, Double confidence) {
        return labels.meant(said)
                .map(label -> new LabelAnswer(label, said, confidence, null))
                .orElseGet(() -> new LabelAnswer(
                        null, said, confidence, said.isBlank() ? LabelAnswer.EMPTY : LabelAnswer.OUTSIDE_SET));
    }

    private static TeacherReply.Finish finishOf(TeacherReply reply) {
        return reply.finish() == null ? TeacherReply.Finish.OTHER : reply.finish();
    }

    /** The value of the key {@code label} in any case; of an object with one key of another name, that key's value. */
    private static Optional<String> labelIn(JsonNode object) {
        for (Map.Entry<String, JsonNode> field : object.properties()) {
            if (field.getKey().strip().equalsIgnoreCase("label")) {
                return textOf(field.getValue());
            }
        }
        if (object.size() != 1) {
            return Optional.empty();
        }
        JsonNode only = object.elements().next();
        return only.isObject() ? labelIn(only) : textOf(only);
    }

    private static Optional<String> textOf(JsonNode value) {
        JsonNode single = value.isArray() && value.size() == 1 ? value.get(0) : value;
        return single.isValueNode() && !single.isNull() ? Optional.of(single.asText()) : Optional.empty();
    }
}
