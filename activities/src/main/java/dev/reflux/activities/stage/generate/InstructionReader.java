package dev.reflux.activities.stage.generate;

import com.fasterxml.jackson.databind.JsonNode;
import dev.reflux.activities.reply.Reading;
import dev.reflux.activities.reply.Reasons;
import dev.reflux.activities.reply.Replies;
import dev.reflux.activities.teacher.TeacherDesk.Answer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Reads the instructions that one call is for, from its answers: what an answer lacks the next draw fills in, and what an
 * answer has too many of is left.
 */
final class InstructionReader {

    private final int wanted;
    private final List<String> found = new ArrayList<>();
    private String reason = Reasons.EMPTY;

    InstructionReader(int wanted) {
        this.wanted = wanted;
    }

    /** The instructions found so far, stripped; {@code wrong-count} while there are fewer than wanted. */
    Reading<List<String>> read(Answer answer) {
        Reading<List<String>> reading =
                Replies.json(answer).then(object -> listed(object.path(InstructionPrompt.FIELD)));
        if (!reading.isUsable()) {
            reason = reading.reason();
        }
        return reading;
    }

    /** What stands in the slot of this place, from 0, when no more is asked; why nothing does where it is empty. */
    Reading<String> at(int place) {
        List<String> instructions = found();
        return place < instructions.size() ? Reading.of(instructions.get(place)) : Reading.none(reason);
    }

    private Reading<List<String>> listed(JsonNode list) {
        if (!list.isArray()) {
            return Reading.none(Reasons.WRONG_SHAPE);
        }
        Set<String> before = new HashSet<>(found);
        boolean isShaped = true;
        for (JsonNode item : list) {
            isShaped &= item.isTextual();
            if (item.isTextual() && !before.contains(item.textValue().strip())) {
                found.add(item.textValue().strip());
            }
        }
        if (found.size() >= wanted) {
            return Reading.of(found());
        }
        return Reading.none(isShaped ? Reasons.WRONG_COUNT : Reasons.WRONG_SHAPE);
    }

    private List<String> found() {
        return found.stream().limit(wanted).toList();
    }
}
