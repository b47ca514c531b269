package dev.reflux.activities.teacher;

import java.util.Locale;

/** What a {@link ScriptedTeacher} may do instead of answering. */
public enum Fault {
    /** 429 with Retry-After. */
    THROTTLE,
    /** 500. */
    SERVER_ERROR,
    /** 401, with the key in the body. */
    UNAUTHORIZED,
    /** 400. */
    BAD_REQUEST,
    /** 400 for requests with a JSON Schema only. */
    SCHEMA_REFUSED,
    /** No byte of an answer, for as long as the caller waits. */
    STALL,
    /** Headers and half a body, then nothing. */
    STALL_BODY,
    /** 200 with a body that is not JSON. */
    GARBAGE,
    /** 200 with half a body, and the connection closed. */
    CUT_BODY,
    /** The connection reset before an answer. */
    RESET;

    String spelling() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
