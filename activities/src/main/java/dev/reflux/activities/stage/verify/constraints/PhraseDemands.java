package dev.reflux.activities.stage.verify.constraints;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Demands on how a text begins and ends, on what it repeats, and on commas. */
final class PhraseDemands {

    private static final Pattern BETWEEN_RESPONSES = Pattern.compile("\\*{6}");
    private static final Pattern OUTER_QUOTES = Pattern.compile("^\"+|\"+$");

    private PhraseDemands() {}

    static Constraint twoResponses(Arguments arguments) {
        return Constraint.of("It must give two different responses, with ****** between them.", answer -> {
            List<String> parts = Arrays.stream(BETWEEN_RESPONSES.split(answer, -1))
                    .map(String::strip)
                    .toList();
            List<String> filled = parts.stream().filter(part -> !part.isEmpty()).toList();
            boolean gap = parts.size() > 2 && parts.subList(1, parts.size() - 1).contains("");
            return !gap && filled.size() == 2 && !filled.get(0).equals(filled.get(1));
        });
    }

    static Constraint repeatPrompt(Arguments arguments) {
        String prompt = folded(arguments.text("prompt_to_repeat"));
        return Constraint.of(
                "It must first repeat the request word for word, and then answer it.",
                answer -> folded(answer).startsWith(prompt));
    }

    static Constraint end(Arguments arguments) {
        String phrase = arguments.text("end_phrase");
        return Constraint.of("It must end with: " + phrase, answer -> folded(
                        OUTER_QUOTES.matcher(answer.strip()).replaceAll(""))
                .endsWith(folded(phrase)));
    }

    static Constraint quotation(Arguments arguments) {
        return Constraint.of("The whole of it must stand in double quotation marks.", answer -> {
            String whole = answer.strip();
            return whole.length() > 1 && whole.startsWith("\"") && whole.endsWith("\"");
        });
    }

    static Constraint noComma(Arguments arguments) {
        return Constraint.of("It must not have any comma.", answer -> answer.indexOf(',') < 0);
    }

    private static String folded(String text) {
        return text.strip().toLowerCase(Locale.ROOT);
    }
}
