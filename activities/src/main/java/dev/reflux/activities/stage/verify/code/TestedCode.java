package dev.reflux.activities.stage.verify.code;

import dev.reflux.activities.sandbox.Program;
import java.util.Optional;

/** Makes programs of answers and their tests, in one language. */
interface TestedCode {

    /** Exit code of a program whose source does not compile. */
    int DOES_NOT_COMPILE = 97;

    /**
     * The program that runs an answer's tests.
     *
     * @param proof what it writes as its last line once the tests are through
     * @return nothing where the answer holds no code
     */
    Optional<Program> program(CodeTask task, String answer, String proof);

    /** Whether its last words are that it had too little memory. */
    boolean ranOutOfMemory(String output, String errors);
}
