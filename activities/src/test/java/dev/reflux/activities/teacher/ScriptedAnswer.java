package dev.reflux.activities.teacher;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a {@link ScriptedTeacher} answers.
 *
 * @param decisive the part of the text whose first token carries the probability
 * @param probability of that token; every other token is certain
 * @param rivals probabilities of other tokens in its place
 */
public record ScriptedAnswer(String text, String decisive, double probability, Map<String, Double> rivals) {

    private static final Pattern TOKEN = Pattern.compile(" ?\\w+|\\W+");

    public ScriptedAnswer {
        rivals = new TreeMap<>(rivals);
        if (!text.contains(decisive)) {
            throw new IllegalArgumentException(
                    "The answer must contain its decisive part " + decisive + ", got " + text);
        }
    }

    public static ScriptedAnswer of(String text) {
        return of(text, 0.99);
    }

    public static ScriptedAnswer of(String text, double probability) {
        return new ScriptedAnswer(text, text, probability, Map.of());
    }

    /** The text in pieces; the decisive part starts one of its own. */
    List<String> tokens() {
        List<String> tokens = new ArrayList<>();
        int start = decisiveStart();
        addTokens(text.substring(0, start), tokens);
        addTokens(text.substring(start), tokens);
        return tokens;
    }

    /** Where the token at this place has a probability of its own. */
    boolean isDecisive(int characterIndex) {
        return characterIndex == decisiveStart();
    }

    private int decisiveStart() {
        return text.indexOf(decisive);
    }

    private static void addTokens(String part, List<String> tokens) {
        Matcher token = TOKEN.matcher(part);
        while (token.find()) {
            tokens.add(token.group());
        }
    }
}
