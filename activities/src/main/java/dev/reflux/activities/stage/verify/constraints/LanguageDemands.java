package dev.reflux.activities.stage.verify.constraints;

import dev.reflux.activities.language.TextLanguage;
import dev.reflux.activities.shard.Verdict.Outcome;
import java.util.Locale;
import java.util.Optional;

/** Demands on language and case. IFEval passes a text whose language it cannot tell; here it is undecided. */
final class LanguageDemands {

    private static final String ENGLISH = "en";

    private LanguageDemands() {}

    static Constraint language(Arguments arguments) {
        String wanted = arguments.text("language");
        if (!TextLanguage.isKnown(wanted)) {
            throw new IllegalArgumentException(
                    "argument language must be a code that can be told, got '" + wanted + "'");
        }
        String name = Locale.forLanguageTag(wanted).getDisplayLanguage(Locale.ENGLISH);
        return in(wanted, "It must be in " + name + ".");
    }

    static Constraint englishCapital(Arguments arguments) {
        String demand = "It must be in English and in capital letters alone.";
        return Constraint.of(demand, LetterCase::isUpper).and(in(ENGLISH, demand));
    }

    static Constraint englishLowercase(Arguments arguments) {
        String demand = "It must be in English and in lowercase letters alone.";
        return Constraint.of(demand, LetterCase::isLower).and(in(ENGLISH, demand));
    }

    private static Constraint in(String wanted, String demand) {
        return new Constraint(demand, answer -> {
            Optional<String> language = TextLanguage.of(answer);
            if (language.isEmpty()) {
                return Outcome.UNDECIDED;
            }
            return language.get().equals(wanted) ? Outcome.PASSED : Outcome.FAILED;
        });
    }
}
