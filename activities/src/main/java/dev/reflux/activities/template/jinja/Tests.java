package dev.reflux.activities.template.jinja;

import dev.reflux.activities.template.python.Arguments;
import dev.reflux.activities.template.python.Callable;
import dev.reflux.activities.template.python.Comparisons;
import dev.reflux.activities.template.python.Generator;
import dev.reflux.activities.template.python.Iteration;
import dev.reflux.activities.template.python.Listing;
import dev.reflux.activities.template.python.Mapping;
import dev.reflux.activities.template.python.Markup;
import dev.reflux.activities.template.python.Nothing;
import dev.reflux.activities.template.python.Operators;
import dev.reflux.activities.template.python.Real;
import dev.reflux.activities.template.python.TemplateFailure;
import dev.reflux.activities.template.python.Text;
import dev.reflux.activities.template.python.Truth;
import dev.reflux.activities.template.python.Undefined;
import dev.reflux.activities.template.python.Value;
import dev.reflux.activities.template.python.Whole;
import java.util.Locale;

/** What stands behind {@code is}. */
final class Tests {

    private Tests() {}

    /** Whether a test holds; a name that is not known here fails. */
    static boolean holds(String name, Value value, Arguments arguments) {
        String operator = operator(name);
        if (operator != null) {
            Value operand = arguments.only(name, "other").require(name, 0);
            return Comparison.holds(operator, value, operand);
        }
        if (name.equals("divisibleby")) {
            Value divisor = arguments.only(name, "num").require(name, 0);
            return !Operators.modulo(value, divisor).truth();
        }
        arguments.only(name);
        return plain(name, value);
    }

    private static String operator(String name) {
        return switch (name) {
            case "eq", "equalto" -> "==";
            case "ne" -> "!=";
            case "lt", "lessthan" -> "<";
            case "le" -> "<=";
            case "gt", "greaterthan" -> ">";
            case "ge" -> ">=";
            case "in" -> "in";
            default -> null;
        };
    }

    private static boolean plain(String name, Value value) {
        return switch (name) {
            case "defined" -> !(value instanceof Undefined);
            case "undefined" -> value instanceof Undefined;
            case "none" -> value == Nothing.NONE;
            case "true" -> value == Truth.TRUE;
            case "false" -> value == Truth.FALSE;
            case "boolean" -> value instanceof Truth;
            case "string" -> value instanceof Text || value instanceof Markup;
            case "integer" -> value instanceof Whole;
            case "float" -> value instanceof Real;
            case "number" -> Operators.isWhole(value) || value instanceof Real;
            case "mapping" -> value instanceof Mapping;
            case "iterable" -> Iteration.isIterable(value);
            case "sequence" -> isSequence(value);
            case "callable" -> value instanceof Callable;
            case "odd", "even" ->
                Comparisons.equal(Operators.modulo(value, Whole.of(2)), Whole.of(1)) == name.equals("odd");
            case "lower" -> cased(value, value.text().toLowerCase(Locale.ROOT));
            case "upper" -> cased(value, value.text().toUpperCase(Locale.ROOT));
            default -> throw new TemplateFailure("test " + name + " is not supported");
        };
    }

    private static boolean isSequence(Value value) {
        return Iteration.isIterable(value)
                && !(value instanceof Generator)
                && !(value instanceof Listing list && !list.isSequence());
    }

    private static boolean cased(Value value, String same) {
        boolean anyCase = value.text()
                .codePoints()
                .anyMatch(point -> Character.isUpperCase(point) || Character.isLowerCase(point));
        return anyCase && value.text().equals(same);
    }
}
