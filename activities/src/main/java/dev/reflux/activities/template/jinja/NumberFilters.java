package dev.reflux.activities.template.jinja;

import dev.reflux.activities.template.python.Arguments;
import dev.reflux.activities.template.python.Operators;
import dev.reflux.activities.template.python.Real;
import dev.reflux.activities.template.python.TemplateFailure;
import dev.reflux.activities.template.python.Text;
import dev.reflux.activities.template.python.Undefined;
import dev.reflux.activities.template.python.Value;
import dev.reflux.activities.template.python.Whole;
import java.util.regex.Pattern;

/** The filters that make numbers. */
final class NumberFilters {

    private static final Pattern WHOLE = Pattern.compile("\\s*[-+]?\\d+\\s*");
    private static final Pattern REAL = Pattern.compile("\\s*[-+]?(\\d+\\.?\\d*|\\.\\d+)([eE][-+]?\\d+)?\\s*");

    private NumberFilters() {}

    static Value apply(String name, Value value, Arguments arguments) {
        return switch (name) {
            case "int" -> whole(value, arguments.only(name, "default").get(0, "default", Whole.of(0)));
            case "float" -> real(value, arguments.only(name, "default").get(0, "default", new Real(0)));
            case "abs" -> absolute(Filters.none(name, value, arguments));
            default -> throw new TemplateFailure("filter " + name + " is not supported");
        };
    }

    private static Value whole(Value value, Value otherwise) {
        if (value instanceof Undefined missing) {
            throw missing.failure();
        }
        if (Operators.isWhole(value)) {
            return Whole.of(Operators.whole(value));
        }
        if (value instanceof Text text && WHOLE.matcher(text.value()).matches()) {
            return whole(text.value().strip());
        }
        Value real = real(value, null);
        if (real == null) {
            return otherwise;
        }
        double number = ((Real) real).value();
        if (!(Math.abs(number) < Long.MAX_VALUE)) {
            throw new TemplateFailure("a whole number must fit into 64 bits, got " + real.text());
        }
        return Whole.of((long) number);
    }

    private static Value whole(String digits) {
        try {
            return Whole.of(Long.parseLong(digits));
        } catch (NumberFormatException e) {
            throw new TemplateFailure("a whole number must fit into 64 bits, got " + digits);
        }
    }

    private static Value real(Value value, Value otherwise) {
        if (value instanceof Undefined missing) {
            throw missing.failure();
        }
        if (value instanceof Real) {
            return value;
        }
        if (Operators.isWhole(value)) {
            return new Real(Operators.whole(value));
        }
        boolean number =
                value instanceof Text text && REAL.matcher(text.value()).matches();
        return number ? new Real(Double.parseDouble(value.text().strip())) : otherwise;
    }

    private static Value absolute(Value value) {
        if (value instanceof Real real) {
            return new Real(Math.abs(real.value()));
        }
        if (!Operators.isWhole(value)) {
            throw new TemplateFailure("filter abs must be given a number, got '" + value.type() + "'");
        }
        return Whole.of(Math.abs(Operators.whole(value)));
    }
}
