package dev.reflux.activities.reply;

import com.fasterxml.jackson.databind.JsonNode;
import dev.reflux.activities.language.TextLanguage;
import dev.reflux.activities.teacher.TeacherDesk.Answer;
import dev.reflux.activities.teacher.TeacherReply;
import dev.reflux.config.InvalidSettingException;
import java.util.List;

/** The first reading of an answer, before a stage knows what it means. */
public final class Replies {

    /** Longest answer that is read, in characters: beyond it something has gone wrong at the other end. */
    public static final int LONGEST = 60_000;

    private Replies() {}

    /**
     * The words of an answer, stripped.
     *
     * @return or why there are none: {@code refused} or another refusal's reason, {@code cut-by-length}, {@code
     *     empty-answer}, {@code answer-too-long}
     */
    public static Reading<String> words(Answer answer) {
        if (answer.reply() == null) {
            return Reading.none(answer.refusal());
        }
        TeacherReply reply = answer.reply();
        String words = reply.text() == null ? "" : reply.text().strip();
        if (reply.finish() == TeacherReply.Finish.LENGTH) {
            return Reading.none(Reasons.CUT);
        } else if (words.isEmpty()) {
            return Reading.none(Reasons.EMPTY);
        }
        return words.length() > LONGEST ? Reading.none(Reasons.TOO_LONG) : Reading.of(words);
    }

    /**
     * The last JSON object in an answer's words.
     *
     * @return or why there is none: as {@link #words}, or {@code not-json}
     */
    public static Reading<JsonNode> json(Answer answer) {
        return words(answer).then(words -> {
            List<JsonNode> objects = JsonInWords.objects(JsonInWords.unwrapped(words));
            return objects.isEmpty() ? Reading.none(Reasons.NOT_JSON) : Reading.of(objects.get(objects.size() - 1));
        });
    }

    /** A text field of an object, stripped. Missing, empty or of another type it is {@code not-as-schema}. */
    public static Reading<String> text(JsonNode object, String field) {
        JsonNode value = object.path(field);
        return value.isTextual() && !value.textValue().isBlank()
                ? Reading.of(value.textValue().strip())
                : Reading.none(Reasons.WRONG_SHAPE);
    }

    /**
     * The text, if it may be in the language wanted: one too short to tell, or in two languages, passes.
     *
     * @param language ISO 639-1 code, or null where any will do
     * @return or {@code wrong-language}
     */
    public static Reading<String> in(String language, String text) {
        boolean isOther = language != null
                && TextLanguage.of(text).filter(told -> !told.equals(language)).isPresent();
        return isOther ? Reading.none(Reasons.WRONG_LANGUAGE) : Reading.of(text);
    }

    /**
     * Refuses a setting that wants a language which cannot be told.
     *
     * @param language ISO 639-1 code, or null where any will do
     */
    public static void requireKnown(String language) {
        if (language != null && !TextLanguage.isKnown(language)) {
            throw new InvalidSettingException(
                    "language",
                    "must be the code of a language that can be told",
                    language,
                    "write an ISO 639-1 code such as en or de, or leave it out");
        }
    }
}
