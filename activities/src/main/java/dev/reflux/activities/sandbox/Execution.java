package dev.reflux.activities.sandbox;

/**
 * How a program's run ended.
 *
 * @param outcome what ended it
 * @param exitCode its exit code, 128 and the signal's number where a signal ended it; -1 where the sandbox did
 * @param output the beginning and the end of what it wrote on standard output
 * @param errors the same of standard error
 */
public record Execution(Outcome outcome, int exitCode, String output, String errors) {

    /** What ended a program. */
    public enum Outcome {
        /** It came to an end by itself, well or not. */
        FINISHED,
        /** Its wall-clock time or its processor time was over. */
        TIMED_OUT,
        /** Its processes together held more memory than they may. */
        OUT_OF_MEMORY,
        /** A signal that the sandbox did not send. */
        KILLED
    }
}
