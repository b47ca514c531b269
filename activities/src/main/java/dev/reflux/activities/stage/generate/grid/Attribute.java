package dev.reflux.activities.stage.generate.grid;

import dev.reflux.config.InvalidSettingException;
import dev.reflux.config.Key;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.stream.Stream;

/**
 * One attribute of a grid and what it is drawn from: exactly one of values, uniform, gaussian, dates and cases.
 *
 * @param weights one for each value; empty where all are as likely
 * @param dependsOn attribute whose value chooses among the cases, or null
 * @param cases values by that attribute's value
 */
public record Attribute(
        @Key(value = "Texts to draw from.", otherwise = "[]")
        List<String> values,

        @Key(value = "Weight of each value; all as likely where empty.", otherwise = "[]", least = 0, most = 1e9)
        List<Double> weights,

        @Key(value = "A number, as likely anywhere in a range.", otherwise = Key.ABSENT)
        Uniform uniform,

        @Key(value = "A number about a mean.", otherwise = Key.ABSENT)
        Gaussian gaussian,

        @Key(value = "A day, as likely anywhere in a range.", otherwise = Key.ABSENT)
        Dates dates,

        @Key(value = "Attribute whose value chooses among cases.", otherwise = Key.ABSENT)
        String dependsOn,

        @Key(value = "Texts to draw from, by the value of dependsOn.", otherwise = "[]")
        List<Case> cases) {

    /** Texts to draw from where another attribute has this value. */
    public record Case(
            @Key("Value of the attribute depended on.") String when,

            @Key("Texts to draw from then.") List<String> values,

            @Key(value = "Weight of each value; all as likely where empty.", otherwise = "[]", least = 0, most = 1e9)
            List<Double> weights) {

        public Case {
            values = List.copyOf(values);
            weights = weights == null ? List.of() : List.copyOf(weights);
            WeightedTexts.require(values, weights, "values");
        }
    }

    public Attribute {
        values = values == null ? List.of() : List.copyOf(values);
        weights = weights == null ? List.of() : List.copyOf(weights);
        cases = cases == null ? List.of() : List.copyOf(cases);
        Object texts = values.isEmpty() ? null : values;
        Object byCase = cases.isEmpty() ? null : cases;
        long kinds = Stream.of(texts, uniform, gaussian, dates, byCase)
                .filter(Objects::nonNull)
                .count();
        if (kinds != 1) {
            throw new InvalidSettingException(
                    "values",
                    "must be the one thing drawn from, or one of uniform, gaussian, dates and cases in its place",
                    kinds == 0 ? "none of them" : kinds + " of them",
                    "write one, such as values: [one, two]");
        }
        if ((dependsOn == null) != cases.isEmpty()) {
            throw new InvalidSettingException(
                    "dependsOn",
                    "must be given where cases are, and only there",
                    dependsOn == null ? "nothing" : dependsOn,
                    "name the attribute whose values the cases are about");
        }
        if (!values.isEmpty() || !weights.isEmpty()) {
            WeightedTexts.require(values, weights, "weights");
        }
    }

    /** A value; {@code given} is the value of the attribute depended on, null where there is none. */
    String draw(Random random, String given) {
        if (uniform != null) {
            return uniform.draw(random);
        } else if (gaussian != null) {
            return gaussian.draw(random);
        } else if (dates != null) {
            return dates.draw(random);
        } else if (cases.isEmpty()) {
            return WeightedTexts.draw(values, weights, random);
        }
        Case fitting = cases.stream()
                .filter(each -> each.when().equals(given))
                .findFirst()
                .orElseThrow();
        return WeightedTexts.draw(fitting.values(), fitting.weights(), random);
    }
}
