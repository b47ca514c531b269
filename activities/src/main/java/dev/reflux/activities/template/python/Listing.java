package dev.reflux.activities.template.python;

import java.util.List;
import java.util.stream.Collectors;

/** Values in order: a list, a tuple, a range or a view of a dictionary. */
public record Listing(Kind kind, List<Value> items) implements Value {

    /** What Python calls it. */
    public enum Kind {
        LIST("list"),
        TUPLE("tuple"),
        RANGE("range"),
        KEYS("dict_keys"),
        VALUES("dict_values"),
        ITEMS("dict_items");

        private final String type;

        Kind(String type) {
            this.type = type;
        }
    }

    public static Listing list(List<Value> items) {
        return new Listing(Kind.LIST, items);
    }

    public static Listing tuple(List<Value> items) {
        return new Listing(Kind.TUPLE, items);
    }

    /** Whether it has places: a view of a dictionary has none. */
    public boolean isSequence() {
        return kind == Kind.LIST || kind == Kind.TUPLE || kind == Kind.RANGE;
    }

    @Override
    public boolean truth() {
        return !items.isEmpty();
    }

    @Override
    public String text() {
        return switch (kind) {
            case LIST -> "[" + inside() + "]";
            case TUPLE -> "(" + inside() + (items.size() == 1 ? ",)" : ")");
            case KEYS, VALUES, ITEMS -> kind.type + "([" + inside() + "])";
            case RANGE -> throw new TemplateFailure("a range must not be printed; write | list behind it");
        };
    }

    private String inside() {
        return items.stream().map(Value::repr).collect(Collectors.joining(", "));
    }

    @Override
    public String type() {
        return kind.type;
    }
}
