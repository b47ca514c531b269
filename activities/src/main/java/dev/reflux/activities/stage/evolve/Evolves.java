package dev.reflux.activities.stage.evolve;

/** What of a sample evolves. */
public enum Evolves {
    /** Its text (Evol-Instruct). */
    INSTRUCTION,
    /** Its answer (Evol-Quality). */
    ANSWER
}
