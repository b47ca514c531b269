package dev.reflux.activities.teacher.reward;

import dev.reflux.activities.shard.Message;
import dev.reflux.activities.teacher.TeacherCall;
import java.util.ArrayList;
import java.util.List;

/** A question to a reward model: a conversation up to the user's last turn, and the answer that is to be scored. */
public final class RewardCall {

    /** A number is all that comes back. */
    private static final int OUTPUT_TOKENS = 1;

    /** What a reply is, for a teacher that plays the part of a reward model. */
    private static final String A_NUMBER = "{\"type\":\"number\"}";

    private RewardCall() {}

    /**
     * The conversation lies in the call's history, and the answer where other calls have what the user says.
     *
     * @param system or null
     * @param history earlier turns
     * @param instruction the user's last turn
     */
    public static TeacherCall of(String system, List<Message> history, String instruction, String answer) {
        List<Message> turns = new ArrayList<>(history);
        turns.add(Message.user(instruction));
        return TeacherCall.of(system, answer, OUTPUT_TOKENS).by(A_NUMBER).after(turns);
    }
}
