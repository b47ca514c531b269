package dev.reflux.activities.template.python;

import java.util.Set;

/** The methods of lists and dictionaries that read; of those that change, and of the rest, calling one fails. */
final class Methods {

    private static final Set<String> OF_LISTS =
            Set.of("append", "clear", "copy", "count", "extend", "index", "insert", "pop", "remove", "reverse", "sort");
    private static final Set<String> OF_TUPLES = Set.of("count", "index");
    private static final Set<String> OF_MAPPINGS = Set.of(
            "clear", "copy", "fromkeys", "get", "items", "keys", "pop", "popitem", "setdefault", "update", "values");

    private Methods() {}

    /** Whether Python knows a method of that name on it, built here or not. */
    static boolean isKnown(Value self, String name) {
        if (self instanceof Text || self instanceof Markup) {
            return TextMethods.NAMES.contains(name);
        }
        if (self instanceof Mapping) {
            return OF_MAPPINGS.contains(name);
        }
        return self instanceof Listing list && (list.kind() == Listing.Kind.LIST ? OF_LISTS : OF_TUPLES).contains(name);
    }

    static Value call(Value self, String name, Arguments arguments, Allowance allowance) {
        if (self instanceof Text text) {
            return TextMethods.call(text.value(), name, arguments, allowance);
        }
        if (self instanceof Mapping mapping) {
            return call(mapping, name, arguments);
        }
        if (self instanceof Listing list && name.equals("count")) {
            Value wanted = arguments.only(name, "value").require(name, 0);
            return Whole.of(list.items().stream()
                    .filter(item -> Comparisons.equal(item, wanted))
                    .count());
        }
        throw refused(self, name);
    }

    private static Value call(Mapping self, String name, Arguments arguments) {
        return switch (name) {
            case "get" -> {
                arguments.only(name, "key", "default");
                Value value = self.get(arguments.require(name, 0));
                yield value == null ? arguments.get(1, "default", Nothing.NONE) : value;
            }
            case "items" ->
                new Listing(Listing.Kind.ITEMS, none(name, arguments, self).items());
            case "keys" ->
                new Listing(Listing.Kind.KEYS, none(name, arguments, self).keys());
            case "values" ->
                new Listing(Listing.Kind.VALUES, none(name, arguments, self).values());
            case "copy" -> none(name, arguments, self);
            default -> throw refused(self, name);
        };
    }

    private static Mapping none(String name, Arguments arguments, Mapping self) {
        arguments.only(name);
        return self;
    }

    static TemplateFailure refused(Value self, String name) {
        return new TemplateFailure("method '" + name + "' of '" + self.type() + "' is not supported");
    }
}
