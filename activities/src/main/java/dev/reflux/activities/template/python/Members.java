package dev.reflux.activities.template.python;

import java.util.List;

/** What {@code value.name} and {@code value[key]} are: methods and attributes first by name, members first by key. */
public final class Members {

    private Members() {}

    /** Of {@code value.name}. */
    public static Value attribute(Value of, String name) {
        if (of instanceof Undefined missing) {
            throw missing.failure();
        }
        if (name.startsWith("_")) {
            throw new TemplateFailure("an attribute must not begin with _, got " + name);
        }
        if (of instanceof Attributed attributed) {
            return attributed.attribute(name);
        }
        if (Methods.isKnown(of, name)) {
            return new Method(of, name);
        }
        Value member = of instanceof Mapping mapping ? mapping.get(name) : null;
        return member == null ? Undefined.member(of, name) : member;
    }

    /** Of {@code value[key]}. */
    public static Value item(Value of, Value key) {
        if (of instanceof Mapping mapping && !isUnhashable(key)) {
            Value member = mapping.get(key);
            if (member != null) {
                return member;
            }
        } else if (Operators.isWhole(key) && of instanceof Listing list && list.isSequence()) {
            return at(of, list.items(), Operators.whole(key));
        } else if (Operators.isWhole(key) && of instanceof Text text) {
            return letter(text, Operators.whole(key));
        }
        if (key instanceof Text name) {
            return attribute(of, name.value());
        }
        if (of instanceof Undefined missing) {
            throw missing.failure();
        }
        return Undefined.member(of, key.text());
    }

    private static boolean isUnhashable(Value key) {
        return key instanceof Mapping || key instanceof Listing;
    }

    private static Value at(Value of, List<Value> items, long place) {
        long from = place < 0 ? place + items.size() : place;
        return from < 0 || from >= items.size() ? Undefined.member(of, Long.toString(place)) : items.get((int) from);
    }

    private static Value letter(Text text, long place) {
        int length = text.length();
        long from = place < 0 ? place + length : place;
        return from < 0 || from >= length
                ? Undefined.member(text, Long.toString(place))
                : text.between((int) from, (int) from + 1);
    }

    private record Method(Value self, String name) implements Callable {

        @Override
        public Value call(Arguments arguments, Allowance allowance) {
            return allowance.made(Methods.call(self, name, arguments, allowance));
        }

        @Override
        public String type() {
            return "builtin_function_or_method";
        }
    }
}
