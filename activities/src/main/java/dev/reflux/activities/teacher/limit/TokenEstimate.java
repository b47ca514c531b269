package dev.reflux.activities.teacher.limit;

import dev.reflux.activities.shard.Message;
import dev.reflux.activities.teacher.TeacherCall;
import java.nio.charset.StandardCharsets;

/** How many tokens a call may take, guessed before it is made; errs on the high side. */
public record TokenEstimate(long input, long output) {

    /** A token is about four letters of English and one character of Chinese, which are three bytes or more. */
    private static final int BYTES_PER_TOKEN = 3;

    /** Role markers and the like around the messages. */
    private static final int FRAME_TOKENS = 16;

    public static TokenEstimate of(TeacherCall call) {
        long bytes = bytes(call.system()) + bytes(call.user()) + bytes(call.schema());
        for (Message turn : call.history()) {
            bytes += bytes(turn.content());
        }
        return new TokenEstimate(bytes / BYTES_PER_TOKEN + FRAME_TOKENS, call.maxOutputTokens());
    }

    public long total() {
        return input + output;
    }

    private static long bytes(String text) {
        return text == null ? 0 : text.getBytes(StandardCharsets.UTF_8).length;
    }
}
