package dev.reflux.activities.stage.personas;

/** What is made with a persona. */
public enum Made {
    /** The instruction is rewritten as the persona would ask it. */
    INSTRUCTION,
    /** The instruction stays; whoever answers it is told to answer as the persona. */
    PERSONA_ON_TASK
}
