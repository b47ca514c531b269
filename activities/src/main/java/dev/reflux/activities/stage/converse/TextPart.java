package dev.reflux.activities.stage.converse;

/** The part that a sample's text plays in its conversation. */
public enum TextPart {
    /** The last user message so far: the assistant answers it, unless the sample has an answer already. */
    MESSAGE,
    /** What the simulated user wants; it writes the first message itself. */
    GOAL
}
