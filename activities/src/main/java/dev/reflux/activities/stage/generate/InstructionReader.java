package dev.reflux.activities.stage.generate;

import com.fasterxml.jackson.databind.JsonNode;
import dev.reflux.activities.reply.Reading;
import dev.reflux.activities.reply.Reasons;
import dev.reflux.activities.reply.Replies;
import dev.reflux.activities.teacher.TeacherDesk.Answer;
import java.util.ArrayList;
import java.util.List;

/** Reads the instructions of one answer: all that were asked for, or none. */
final class InstructionReader {

    private InstructionReader() {}

    /** The instructions, stripped; one may be blank, which is for the filter to see. */
    static Reading<List<String>> read(Answer answer, int wanted) {
        return Replies.json(answer).then(object -> listed(object.path(InstructionPrompt.FIELD), wanted));
    }

    private static Reading<List<String>> listed(JsonNode list, int wanted) {
        if (!list.isArray()) {
            return Reading.none(Reasons.WRONG_SHAPE);
        } else if (list.size() != wanted) {
            return Reading.none(Reasons.WRONG_COUNT);
        }
        List<String> instructions = new ArrayList<>();
        for (JsonNode item : list) {
            if (!item.isTextual()) {
                return Reading.none(Reasons.WRONG_SHAPE);
            }
            instructions.add(item.textValue().strip());
        }
        return Reading.of(instructions);
    }
}
