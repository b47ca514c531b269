package dev.reflux.activities.dataset;

import com.fasterxml.jackson.databind.JsonNode;
import dev.reflux.activities.shard.Answer;
import dev.reflux.activities.shard.Answer.Mark;
import dev.reflux.activities.shard.Verdict;
import dev.reflux.config.TaskFields;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Reads the preference pair of a record, and people's ratings of it. A rating that is not a number is left out: a missing
 * one is never taken for any.
 */
final class PairReader {

    private static final String RATED_BY = "annotation/";

    private final TaskFields names;

    PairReader(TaskFields names) {
        this.names = names;
    }

    /** The chosen answer, then the rejected one, as far as they are there. */
    List<Answer> read(JsonNode fields) {
        List<Answer> answers = new ArrayList<>();
        JsonNode ratings = fields.path(names.ratings());
        boolean ofBoth = ratings.path(names.chosen()).isObject()
                || ratings.path(names.rejected()).isObject();
        add(answers, fields.path(names.chosen()), Mark.CHOSEN, ofBoth ? ratings.path(names.chosen()) : ratings);
        if (ofBoth) {
            add(answers, fields.path(names.rejected()), Mark.REJECTED, ratings.path(names.rejected()));
        } else {
            add(answers, fields.path(names.rejected()), Mark.REJECTED, null);
        }
        return answers;
    }

    private static void add(List<Answer> answers, JsonNode value, Mark mark, JsonNode ratings) {
        String text = text(value);
        if (text == null) {
            return;
        }
        List<Verdict> verdicts = new ArrayList<>();
        if (ratings != null) {
            for (Map.Entry<String, JsonNode> rating : ratings.properties()) {
                if (rating.getValue().isNumber()) {
                    double score = rating.getValue().doubleValue();
                    verdicts.add(Verdict.passed(RATED_BY + rating.getKey(), score, null));
                }
            }
        }
        answers.add(new Answer(text, null, null, null, mark, verdicts));
    }

    /** A text, a message, or the last of a list of messages; null for anything else. */
    private static String text(JsonNode value) {
        JsonNode last = value.isArray() ? value.path(value.size() - 1) : value;
        JsonNode content = last.isObject() ? last.path("content") : last;
        return content.isTextual() ? content.textValue() : null;
    }
}
