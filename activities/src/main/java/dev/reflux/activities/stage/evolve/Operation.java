package dev.reflux.activities.stage.evolve;

import dev.reflux.activities.prompt.Prompt;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * One way to evolve. Those for instructions are the five in-depth and the one in-breadth operation of Evol-Instruct (WizardLM,
 * arXiv 2304.12244), those for answers are those of Evol-Quality (DEITA, arXiv 2312.15685).
 */
enum Operation {
    ADD_CONSTRAINTS(Evolves.INSTRUCTION),
    DEEPEN(Evolves.INSTRUCTION),
    CONCRETISE(Evolves.INSTRUCTION),
    INCREASE_REASONING_STEPS(Evolves.INSTRUCTION),
    COMPLICATE_INPUT(Evolves.INSTRUCTION),
    MUTATE_TOPIC(Evolves.INSTRUCTION),
    HELPFULNESS(Evolves.ANSWER),
    RELEVANCE(Evolves.ANSWER),
    DEPTH(Evolves.ANSWER),
    CREATIVITY(Evolves.ANSWER),
    DETAIL(Evolves.ANSWER);

    private final Evolves what;
    private final Prompt prompt;

    Operation(Evolves what) {
        this.what = what;
        List<String> placeholders = new ArrayList<>(List.of("context", "instruction", "language"));
        if (what == Evolves.ANSWER) {
            placeholders.add("answer");
        }
        this.prompt = Prompt.load(Operation.class, word() + ".txt", placeholders.toArray(String[]::new));
    }

    /** Those that evolve this, in the order of the reference. */
    static List<Operation> of(Evolves what) {
        return Arrays.stream(values()).filter(known -> known.what == what).toList();
    }

    /** The operation of this name that evolves this. */
    static Optional<Operation> named(String word, Evolves what) {
        return of(what).stream().filter(known -> known.word().equals(word)).findFirst();
    }

    /** As a campaign file names it. */
    String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** As the provenance has it. */
    String path() {
        return EvolveStage.NAME + "/" + word();
    }

    Prompt prompt() {
        return prompt;
    }
}
