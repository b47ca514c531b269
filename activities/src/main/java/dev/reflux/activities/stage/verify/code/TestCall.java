package dev.reflux.activities.stage.verify.code;

import java.util.regex.Pattern;

/** How Python tests are made to run; Java's are always run by their {@code Main}. */
public enum TestCall {
    /** They define {@code check(candidate)}, which is called with the entry point, as in HumanEval. */
    CHECK,
    /** They are statements that run as they stand, as in MBPP. */
    ASSERTS;

    private static final Pattern CHECK_FUNCTION = Pattern.compile("^def\\s+check\\s*\\(", Pattern.MULTILINE);

    /** The one that tests are written for. */
    static TestCall of(String tests) {
        return CHECK_FUNCTION.matcher(tests).find() ? CHECK : ASSERTS;
    }
}
