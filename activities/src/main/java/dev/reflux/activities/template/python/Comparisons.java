package dev.reflux.activities.template.python;

import java.util.List;

/** Python's equality, order and membership. */
public final class Comparisons {

    private Comparisons() {}

    public static boolean equal(Value left, Value right) {
        if (Operators.isNumber(left) && Operators.isNumber(right)) {
            return Operators.isWhole(left) && Operators.isWhole(right)
                    ? Operators.whole(left) == Operators.whole(right)
                    : Operators.number(left) == Operators.number(right);
        }
        if (left instanceof Listing first && right instanceof Listing second) {
            return equal(first, second);
        }
        if (left instanceof Mapping first && right instanceof Mapping second) {
            return equal(first, second);
        }
        if (left instanceof Markup || right instanceof Markup) {
            return isText(left) && isText(right) && left.text().equals(right.text());
        }
        return left instanceof Undefined && right instanceof Undefined || left.equals(right);
    }

    private static boolean isText(Value value) {
        return value instanceof Text || value instanceof Markup;
    }

    private static boolean equal(Listing left, Listing right) {
        if (left.kind() != right.kind() || left.items().size() != right.items().size()) {
            return false;
        }
        for (int place = 0; place < left.items().size(); place++) {
            if (!equal(left.items().get(place), right.items().get(place))) {
                return false;
            }
        }
        return true;
    }

    private static boolean equal(Mapping left, Mapping right) {
        return left.size() == right.size()
                && left.keys().stream().allMatch(key -> right.get(key) != null && equal(left.get(key), right.get(key)));
    }

    /** Negative, 0 or positive; fails for values that have no order. */
    public static int order(Value left, Value right) {
        if (left instanceof Text first && right instanceof Text second) {
            return order(first.value(), second.value());
        }
        if (Operators.isWhole(left) && Operators.isWhole(right)) {
            return Long.compare(Operators.whole(left), Operators.whole(right));
        }
        if (Operators.isNumber(left) && Operators.isNumber(right)) {
            return Double.compare(Operators.number(left), Operators.number(right));
        }
        if (left instanceof Listing first && right instanceof Listing second && first.kind() == second.kind()) {
            return order(first.items(), second.items());
        }
        if (left instanceof Undefined missing) {
            throw missing.failure();
        }
        if (right instanceof Undefined missing) {
            throw missing.failure();
        }
        throw new TemplateFailure(
                "values must have an order to be compared, got '" + left.type() + "' and '" + right.type() + "'");
    }

    private static int order(List<Value> left, List<Value> right) {
        for (int place = 0; place < Math.min(left.size(), right.size()); place++) {
            if (!equal(left.get(place), right.get(place))) {
                return order(left.get(place), right.get(place));
            }
        }
        return Integer.compare(left.size(), right.size());
    }

    /** By code points: Java's own order puts what is beyond U+FFFF before U+E000. */
    private static int order(String left, String right) {
        int at = 0;
        while (at < left.length() && at < right.length()) {
            int first = left.codePointAt(at);
            int second = right.codePointAt(at);
            if (first != second) {
                return Integer.compare(first, second);
            }
            at += Character.charCount(first);
        }
        return Integer.compare(left.length(), right.length());
    }

    /** What {@code item in whole} is. */
    public static boolean contains(Value whole, Value item) {
        if (whole instanceof Text text) {
            if (item instanceof Text part) {
                return text.value().contains(part.value());
            }
            throw new TemplateFailure("a text must be searched for a text, got '" + item.type() + "'");
        }
        if (whole instanceof Mapping mapping) {
            return mapping.get(item) != null;
        }
        return Iteration.of(whole).stream().anyMatch(member -> equal(member, item));
    }
}
