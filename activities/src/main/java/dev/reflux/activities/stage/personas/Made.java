package dev.reflux.activities.stage.personas;

/** What is made with a persona. */
public enum Made {
    /** The instruction is rewritten as the persona would ask it. */
    INSTRUCTION,
    /** The instruction stays; whoever answers it is told to answer as the persona. */
    PERSONA_ON_TASK,
    /** The instruction stays; whoever plays the user in a conversation about it plays the persona. */
    PERSONA_OF_USER
}
