package dev.reflux.activities.template.python;

import java.util.ArrayList;
import java.util.List;

/** Python's arithmetic between values; numbers of 64 bits, truth values counting as 0 and 1. */
public final class Operators {

    private static final long MOST_DIGITS = 100_000;

    private Operators() {}

    public static Value add(Value left, Value right, Allowance allowance) {
        if (left instanceof Text first && right instanceof Text second) {
            allowance.make((long) first.value().length() + second.value().length());
            return new Text(first.value().concat(second.value()));
        }
        if (left instanceof Listing first
                && right instanceof Listing second
                && first.kind() == second.kind()
                && (first.kind() == Listing.Kind.LIST || first.kind() == Listing.Kind.TUPLE)) {
            allowance.make((long) first.items().size() + second.items().size());
            List<Value> both = new ArrayList<>(first.items());
            both.addAll(second.items());
            return new Listing(first.kind(), both);
        }
        return isWhole(left) && isWhole(right)
                ? whole(() -> Math.addExact(whole(left), whole(right)))
                : new Real(real("+", left, right) + real("+", right, left));
    }

    public static Value subtract(Value left, Value right) {
        return isWhole(left) && isWhole(right)
                ? whole(() -> Math.subtractExact(whole(left), whole(right)))
                : new Real(real("-", left, right) - real("-", right, left));
    }

    public static Value multiply(Value left, Value right, Allowance allowance) {
        if (isWhole(left) && isWhole(right)) {
            return whole(() -> Math.multiplyExact(whole(left), whole(right)));
        }
        if (isWhole(right) && (left instanceof Text || left instanceof Listing)) {
            return repeat(left, Math.max(0, whole(right)), allowance);
        }
        if (isWhole(left) && (right instanceof Text || right instanceof Listing)) {
            return repeat(right, Math.max(0, whole(left)), allowance);
        }
        return new Real(real("*", left, right) * real("*", right, left));
    }

    private static Value repeat(Value value, long times, Allowance allowance) {
        if (value instanceof Text text) {
            allowance.make(times == 0 ? 0 : product(text.value().length(), times));
            return new Text(text.value().repeat((int) (text.value().isEmpty() ? 0 : times)));
        }
        Listing list = (Listing) value;
        if (list.kind() != Listing.Kind.LIST && list.kind() != Listing.Kind.TUPLE) {
            throw new TemplateFailure("a " + list.type() + " must not be repeated");
        }
        allowance.make(times == 0 ? 0 : product(list.items().size(), times));
        List<Value> repeated = new ArrayList<>();
        for (long turn = 0; turn < times && !list.items().isEmpty(); turn++) {
            repeated.addAll(list.items());
        }
        return new Listing(list.kind(), repeated);
    }

    private static long product(long length, long times) {
        return length > 0 && times > Long.MAX_VALUE / length ? -1 : length * times;
    }

    public static Value divide(Value left, Value right) {
        double divisor = real("/", right, left);
        double dividend = real("/", left, right);
        requireNotZero(divisor);
        return new Real(dividend / divisor);
    }

    public static Value floorDivide(Value left, Value right) {
        requireNotZero(real("//", right, left));
        return isWhole(left) && isWhole(right)
                ? Whole.of(Math.floorDiv(whole(left), whole(right)))
                : new Real(Math.floor(real("//", left, right) / real("//", right, left)));
    }

    public static Value modulo(Value left, Value right) {
        if (left instanceof Text) {
            throw new TemplateFailure("formatting a text by % is not supported; join it by ~");
        }
        double divisor = real("%", right, left);
        requireNotZero(divisor);
        if (isWhole(left) && isWhole(right)) {
            return Whole.of(Math.floorMod(whole(left), whole(right)));
        }
        double rest = real("%", left, right) % divisor;
        return new Real(rest != 0 && rest < 0 != divisor < 0 ? rest + divisor : rest);
    }

    public static Value power(Value left, Value right) {
        if (!isWhole(left) || !isWhole(right) || whole(right) < 0 || whole(right) > MOST_DIGITS) {
            return new Real(Math.pow(real("**", left, right), real("**", right, left)));
        }
        return whole(() -> {
            long result = 1;
            for (long turn = 0; turn < whole(right); turn++) {
                result = Math.multiplyExact(result, whole(left));
            }
            return result;
        });
    }

    public static Value negate(Value value) {
        if (isWhole(value)) {
            return whole(() -> Math.negateExact(whole(value)));
        }
        return new Real(-real("-", value, value));
    }

    private interface Exact {
        long result();
    }

    private static Value whole(Exact exact) {
        try {
            return Whole.of(exact.result());
        } catch (ArithmeticException e) {
            throw new TemplateFailure("a whole number must fit into 64 bits, and does not");
        }
    }

    private static void requireNotZero(double divisor) {
        if (divisor == 0) {
            throw new TemplateFailure("a divisor must not be 0");
        }
    }

    /** Whether it is an {@code int} or a {@code bool}. */
    public static boolean isWhole(Value value) {
        return value instanceof Whole || value instanceof Truth;
    }

    /** Its number, where {@link #isWhole} says so. */
    public static long whole(Value value) {
        return value instanceof Truth truth ? truth.ordinal() : ((Whole) value).value();
    }

    static boolean isNumber(Value value) {
        return isWhole(value) || value instanceof Real;
    }

    static double number(Value value) {
        return value instanceof Real real ? real.value() : whole(value);
    }

    private static double real(String operator, Value value, Value other) {
        if (value instanceof Undefined missing) {
            throw missing.failure();
        }
        if (!isNumber(value)) {
            throw new TemplateFailure("operator " + operator + " must stand between values that go together, got '"
                    + value.type() + "' and '" + other.type() + "'");
        }
        return number(value);
    }
}
