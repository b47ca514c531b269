package dev.reflux.activities.template.jinja;

import dev.reflux.activities.template.python.Comparisons;
import dev.reflux.activities.template.python.Truth;
import dev.reflux.activities.template.python.Value;
import java.util.List;

/** One or several comparisons in a chain, as in {@code 1 < x <= 3}: each operand is evaluated once, none after the first failure. */
record Comparison(Expression first, List<Link> links) implements Expression {

    record Link(String operator, Expression operand) {}

    @Override
    public Value evaluate(Scope scope) {
        Value left = first.evaluate(scope);
        for (Link link : links) {
            Value right = link.operand.evaluate(scope);
            if (!holds(link.operator, left, right)) {
                return Truth.FALSE;
            }
            left = right;
        }
        return Truth.TRUE;
    }

    static boolean holds(String operator, Value left, Value right) {
        return switch (operator) {
            case "==" -> Comparisons.equal(left, right);
            case "!=" -> !Comparisons.equal(left, right);
            case "<" -> Comparisons.order(left, right) < 0;
            case "<=" -> Comparisons.order(left, right) <= 0;
            case ">" -> Comparisons.order(left, right) > 0;
            case ">=" -> Comparisons.order(left, right) >= 0;
            case "in" -> Comparisons.contains(right, left);
            case "not in" -> !Comparisons.contains(right, left);
            default -> throw new IllegalArgumentException(operator);
        };
    }
}
