package dev.reflux.activities.stage.branchsolvemerge;

/** What becomes of a sample none of whose answers passes. */
public enum NonePasses {
    REJECT,
    KEEP
}
