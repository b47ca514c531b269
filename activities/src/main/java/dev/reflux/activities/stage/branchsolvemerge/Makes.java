package dev.reflux.activities.stage.branchsolvemerge;

/** What comes out of the merge. */
public enum Makes {
    /** One more answer to each instruction. */
    ANSWER,
    /** A verdict on each answer. */
    VERDICT
}
