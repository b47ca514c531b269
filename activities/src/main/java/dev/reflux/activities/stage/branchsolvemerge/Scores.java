package dev.reflux.activities.stage.branchsolvemerge;

import com.fasterxml.jackson.databind.JsonNode;
import dev.reflux.activities.reply.Reading;
import dev.reflux.activities.reply.Reasons;
import dev.reflux.activities.reply.Replies;
import dev.reflux.activities.teacher.TeacherDesk;
import java.util.ArrayList;
import java.util.List;

/**
 * The scores in one reply, one for each answer that was shown, and why. A score off the scale makes the reply unreadable: it
 * is never bent onto it.
 */
record Scores(List<Double> values, String rationale) {

    static final String RATIONALE = "rationale";
    static final List<String> ALONE = List.of("score");
    static final List<String> PAIR = List.of("first", "second");

    /** @param fields that hold the scores, in the order in which the answers were shown */
    static Reading<Scores> read(TeacherDesk.Answer reply, List<String> fields) {
        return Replies.json(reply)
                .then(object -> Replies.text(object, RATIONALE).then(why -> scores(object, fields, why)));
    }

    private static Reading<Scores> scores(JsonNode object, List<String> fields, String why) {
        List<Double> values = new ArrayList<>();
        for (String field : fields) {
            JsonNode score = object.path(field);
            double value = score.isNumber() ? score.doubleValue() : Double.NaN;
            if (value != Math.rint(value) || value < Branching.LEAST_SCORE || value > Branching.MOST_SCORE) {
                return Reading.none(Reasons.WRONG_SHAPE);
            }
            values.add(value);
        }
        return Reading.of(new Scores(values, why));
    }
}
