package dev.reflux.activities.stage.filter.rules;

/**
 * What a rule lets pass.
 *
 * @param least lowest value that passes, or null
 * @param most highest value that passes, or null
 * @param from characters a text must have for the rule to be asked at all
 */
public record Bounds(Double least, Double most, int from) {

    static Bounds atLeast(double least) {
        return new Bounds(least, null, 0);
    }

    static Bounds atMost(double most) {
        return new Bounds(null, most, 0);
    }

    static Bounds between(double least, double most) {
        return new Bounds(least, most, 0);
    }

    /** These bounds, asked only of texts of so many characters. */
    Bounds from(int characters) {
        return new Bounds(least, most, characters);
    }
}
