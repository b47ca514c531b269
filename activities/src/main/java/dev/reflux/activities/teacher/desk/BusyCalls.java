package dev.reflux.activities.teacher.desk;

import dev.reflux.activities.teacher.TeacherBusyException;
import java.time.Duration;

/** The calls of a batch that the teacher did not answer this time. Used by one thread. */
final class BusyCalls {

    private TeacherBusyException longest;
    private int count;

    void add(TeacherBusyException busy) {
        count++;
        if (longest == null || wait(busy).compareTo(wait(longest)) > 0) {
            longest = busy;
        }
    }

    /** @throws TeacherBusyException with the longest wait that the teacher asked for, if there is any such call */
    void throwIfAny(int answered) {
        if (count > 0) {
            throw new TeacherBusyException(
                    longest.kind(),
                    longest.getMessage() + " (" + count + " of " + (count + answered) + " questions are unanswered)",
                    longest.retryAfter(),
                    longest);
        }
    }

    private static Duration wait(TeacherBusyException busy) {
        return busy.retryAfter() == null ? Duration.ZERO : busy.retryAfter();
    }
}
