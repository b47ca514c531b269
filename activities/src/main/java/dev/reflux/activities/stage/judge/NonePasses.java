package dev.reflux.activities.stage.judge;

/** What becomes of a sample none of whose answers passes. */
public enum NonePasses {
    /** It is rejected. */
    REJECT,
    /** It is kept, with its verdicts. */
    KEEP
}
