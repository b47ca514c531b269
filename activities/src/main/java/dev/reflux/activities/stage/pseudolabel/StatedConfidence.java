package dev.reflux.activities.stage.pseudolabel;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The confidence that a model states beside its label: a number in [0, 1], or a percentage. */
final class StatedConfidence {

    private static final Pattern NUMBER = Pattern.compile("\\s*([0-9]*[.,]?[0-9]+)\\s*(%?)\\s*");
    private static final Pattern STATED =
            Pattern.compile("(?i)\\bconfidence\\b[\"'*`]*\\s*(?:[:=]|is)[\\s\"'*`]*([0-9]*[.,]?[0-9]+\\s*%?)");

    private StatedConfidence() {}

    static Optional<Double> in(JsonNode object) {
        for (Map.Entry<String, JsonNode> field : object.properties()) {
            if (field.getKey().strip().equalsIgnoreCase("confidence")) {
                JsonNode stated = field.getValue();
                return stated.isNumber() ? share(stated.asDouble(), false) : parse(stated.asText());
            }
        }
        return Optional.empty();
    }

    static Optional<Double> in(String words) {
        Matcher statement = STATED.matcher(words);
        return statement.find() ? parse(statement.group(1)) : Optional.empty();
    }

    /** Takes {@code 0.85}, {@code 85} and {@code 85%} for the same; 1 is certain, 1% is not. Empty outside [0, 100]. */
    static Optional<Double> parse(String stated) {
        Matcher number = NUMBER.matcher(stated);
        if (!number.matches()) {
            return Optional.empty();
        }
        return share(
                Double.parseDouble(number.group(1).replace(',', '.')),
                !number.group(2).isEmpty());
    }

    private static Optional<Double> share(double value, boolean percent) {
        double confidence = percent || value > 1 ? value / 100 : value;
        return confidence >= 0 && confidence <= 1 ? Optional.of(confidence) : Optional.empty();
    }
}
