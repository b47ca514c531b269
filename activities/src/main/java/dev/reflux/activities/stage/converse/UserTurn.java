package dev.reflux.activities.stage.converse;

import com.fasterxml.jackson.databind.JsonNode;
import dev.reflux.activities.reply.Reading;
import dev.reflux.activities.reply.Reasons;
import dev.reflux.activities.reply.Replies;
import dev.reflux.activities.teacher.TeacherDesk;

/**
 * What the simulated user does next.
 *
 * @param message null where it is done
 */
record UserTurn(String message) {

    static final UserTurn DONE = new UserTurn(null);

    boolean isDone() {
        return message == null;
    }

    /**
     * Reads a reply of the simulated user.
     *
     * @param mayEnd false where it must go on, whatever it says
     */
    static Reading<UserTurn> read(TeacherDesk.Answer answer, boolean mayEnd, String lastAnswer) {
        return Replies.json(answer).then(object -> read(object, mayEnd, lastAnswer));
    }

    private static Reading<UserTurn> read(JsonNode object, boolean mayEnd, String lastAnswer) {
        if (!object.path(UserPrompt.DONE).isBoolean()) {
            return Reading.none(Reasons.WRONG_SHAPE);
        }
        if (object.path(UserPrompt.DONE).booleanValue() && mayEnd) {
            return Reading.of(DONE);
        }
        return Replies.text(object, UserPrompt.MESSAGE).then(message -> {
            if (UserPrompt.isLeakedBy(message)) {
                return Reading.none(Reasons.PROMPT_LEAKED);
            }
            return RoleSlip.isAssistant(message, lastAnswer)
                    ? Reading.none(Reasons.ROLE_SLIP)
                    : Reading.of(new UserTurn(message));
        });
    }
}
