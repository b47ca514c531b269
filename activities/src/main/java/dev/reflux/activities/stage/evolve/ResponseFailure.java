package dev.reflux.activities.stage.evolve;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What an answer to an evolved instruction tells of a failed evolution, by the rules of Auto Evol-Instruct (arXiv 2406.00770).
 * A branch of distilabel marks as kept what these rules call a failure; here a failure is one.
 */
enum ResponseFailure {
    /** The answer only takes note and asks back: nothing more was demanded than before. */
    STAGNATED_COMPLEXITY("^(understood|thank you|thanks|great|got it|noted)\\b.*\\?$"),
    /** The answer agrees and asks back, or asks what is meant: the demand is not clear. */
    INSUFFICIENT_QUALIFICATION(
            "^(sure|certainly|of course|absolutely)\\b.*\\?$|\\bcould you (please )?(explain|clarify)\\b"),
    /** The answer asks for what the instruction should have held. */
    LOSS_OF_KEY_INFORMATION("\\bplease (provide|share|supply)\\b|\\bcould you (please )?(provide|share|supply)\\b");

    private final Pattern pattern;

    ResponseFailure(String pattern) {
        this.pattern = Pattern.compile(pattern, Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
    }

    /** The first that the answer shows; empty for an answer to what was asked. */
    static Optional<ResponseFailure> of(String answer) {
        String words = answer.strip();
        for (ResponseFailure failure : values()) {
            if (failure.pattern.matcher(words).find()) {
                return Optional.of(failure);
            }
        }
        return Optional.empty();
    }
}
