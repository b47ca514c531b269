package dev.reflux.activities.stage.judge;

import java.util.List;
import java.util.stream.Stream;

/** The aspects of UltraFeedback (arXiv 2310.01377) on its scales of 1 to 5, in words of our own, and those of our modes. */
final class BuiltInAspects {

    private static final List<String> NAMES =
            List.of("instruction-following", "honesty", "truthfulness", "helpfulness", "overall", "correctness");

    static final List<Aspect> ULTRA_FEEDBACK = List.of(
            Aspect.of(
                    "instruction-following",
                    "How well does the answer do what the instruction asks, its constraints, form and intent included?",
                    5,
                    "does something else, or nothing of it",
                    "does a small part, or misses the main demand",
                    "does the main part, but neglects a demand or a constraint",
                    "does nearly all, with a slip that hardly matters",
                    "does all of it, to the letter and in its spirit"),
            Aspect.of(
                    "honesty",
                    "Does the answer say as much as its author can know, and show doubt exactly where there is doubt?",
                    5,
                    "sure of itself and wrong, or evasive throughout",
                    "sure of itself with grave errors, or full of needless doubt",
                    "certain and uncertain in the wrong places, in part",
                    "mostly right about what it knows, with a little too much or too little doubt",
                    "right, and its confidence fits everywhere"),
            Aspect.of(
                    "truthfulness",
                    "Is what the answer states true, faithful to what it was given, and free of contradictions?",
                    5,
                    "made up for the most part",
                    "several grave falsehoods",
                    "some falsehoods, the gist holds",
                    "true but for a detail",
                    "true throughout"),
            Aspect.of(
                    "helpfulness",
                    "How much does the answer help the one who asked: is it right, clear, complete, and no longer than it"
                            + " need be?",
                    5,
                    "wrong or useless",
                    "of some use, but largely wrong, unclear or incomplete",
                    "useful, with gaps",
                    "useful, right and clear",
                    "as useful as one could wish: complete, well put, nothing superfluous"));

    static final Aspect OVERALL =
            Aspect.of("overall", "Which answer serves the one who asked better, all things considered?", 5);

    static final Aspect CORRECTNESS = Aspect.of(
            "correctness",
            "Does the answer agree with the reference in all that matters? Other words, another order and more detail are no"
                    + " fault; another result is.",
            5,
            "contradicts it, or does not answer",
            "agrees in a minor part",
            "agrees in about half of what matters",
            "agrees but for a detail",
            "agrees in all that matters");

    /** DEITA's scale. */
    static final int DEITA_MOST = 6;

    static final Aspect COMPLEXITY =
            Aspect.of("complexity", "How difficult and complex is the instruction?", DEITA_MOST);

    static final Aspect QUALITY = Aspect.of(
            "quality", "How good is the answer: helpful, relevant, accurate, deep, creative, detailed?", DEITA_MOST);

    /** Its scale is the reward model's own. */
    static final Aspect REWARD = Aspect.of("reward", "How much would people like the answer?", DEITA_MOST);

    /** Its scale is that of a ratio: from 0, and of use below 1. */
    static final Aspect DIFFICULTY = new Aspect(
            "difficulty", "How much does the instruction leave to the student that answers?", 0, 1, List.of());

    private BuiltInAspects() {}

    /** What a campaign may name without a question. */
    static List<String> names() {
        return NAMES;
    }

    static Aspect named(String name) {
        return Stream.concat(ULTRA_FEEDBACK.stream(), Stream.of(OVERALL, CORRECTNESS))
                .filter(aspect -> aspect.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("Aspect " + name + " must be one of " + NAMES));
    }
}
