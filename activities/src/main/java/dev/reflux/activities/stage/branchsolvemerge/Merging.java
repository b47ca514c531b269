package dev.reflux.activities.stage.branchsolvemerge;

/** How the scores of several criteria become one. */
public enum Merging {
    /** They are added up. */
    SUM,
    /** The teacher weighs them. */
    TEACHER
}
