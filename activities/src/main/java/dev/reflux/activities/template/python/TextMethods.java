package dev.reflux.activities.template.python;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.IntPredicate;

/** The methods of {@code str}. */
final class TextMethods {

    /** All that Python has, so that one that is not built is an error and not an attribute that is not there. */
    static final Set<String> NAMES = Set.of(("capitalize casefold center count encode endswith expandtabs find format "
                    + "format_map index isalnum isalpha isascii isdecimal isdigit isidentifier islower isnumeric "
                    + "isprintable isspace istitle isupper join ljust lower lstrip maketrans partition removeprefix "
                    + "removesuffix replace rfind rindex rjust rpartition rsplit rstrip split splitlines startswith "
                    + "strip swapcase title translate upper zfill")
            .split(" "));

    private TextMethods() {}

    static Value call(String self, String name, Arguments arguments, Allowance allowance) {
        return switch (name) {
            case "strip", "lstrip", "rstrip" -> strip(self, name, arguments);
            case "split", "rsplit", "splitlines" -> split(self, name, arguments);
            case "startswith", "endswith" -> Truth.of(borders(self, name, arguments.only(name, "affix")));
            case "replace" -> replace(self, arguments.only(name, "old", "new", "count"), allowance);
            case "join" -> join(self, Iteration.of(arguments.only(name, "items").require(name, 0)), allowance);
            case "find", "rfind", "count" -> find(self, name, text(name, arguments.only(name, "part"), 0));
            case "removeprefix" -> removePrefix(self, text(name, arguments.only(name, "prefix"), 0));
            case "removesuffix" -> removeSuffix(self, text(name, arguments.only(name, "suffix"), 0));
            case "partition", "rpartition" -> partition(self, name, text(name, arguments.only(name, "separator"), 0));
            default -> plain(self, name, arguments.only(name));
        };
    }

    private static Value plain(String self, String name, Arguments arguments) {
        return switch (name) {
            case "lower" -> new Text(self.toLowerCase(Locale.ROOT));
            case "upper" -> new Text(self.toUpperCase(Locale.ROOT));
            case "title" -> new Text(Characters.title(self));
            case "capitalize" -> new Text(capitalize(self));
            case "isspace" -> all(self, Characters::isSpace);
            case "isdigit", "isdecimal" -> all(self, Character::isDigit);
            case "isalpha" -> all(self, Character::isLetter);
            case "isalnum" -> all(self, Character::isLetterOrDigit);
            case "isupper" -> cased(self, self.toUpperCase(Locale.ROOT));
            case "islower" -> cased(self, self.toLowerCase(Locale.ROOT));
            default -> throw Methods.refused(new Text(self), name);
        };
    }

    private static Truth all(String self, IntPredicate predicate) {
        return Truth.of(!self.isEmpty() && self.codePoints().allMatch(predicate));
    }

    private static Truth cased(String self, String same) {
        boolean anyCase =
                self.codePoints().anyMatch(point -> Character.isUpperCase(point) || Character.isLowerCase(point));
        return Truth.of(anyCase && self.equals(same));
    }

    static String capitalize(String self) {
        if (self.isEmpty()) {
            return self;
        }
        int first = self.codePointAt(0);
        String rest = self.substring(Character.charCount(first));
        return Character.toString(Character.toTitleCase(first)) + rest.toLowerCase(Locale.ROOT);
    }

    private static Value strip(String self, String name, Arguments arguments) {
        Value characters = arguments.only(name, "characters").get(0, "", Nothing.NONE);
        String given = characters == Nothing.NONE ? null : text(name, arguments, 0);
        return new Text(Characters.strip(self, given, !name.equals("rstrip"), !name.equals("lstrip")));
    }

    private static Value split(String self, String name, Arguments arguments) {
        if (name.equals("splitlines")) {
            arguments.only(name);
            return texts(Characters.lines(self));
        }
        Value separator = arguments.only(name, "sep", "maxsplit").get(0, "sep", Nothing.NONE);
        long cuts = whole(name, arguments.get(1, "maxsplit", Whole.of(-1)));
        if (name.equals("rsplit") && cuts >= 0) {
            return texts(fromTheRight(self, text(name, Arguments.of(separator), 0), cuts));
        }
        if (separator == Nothing.NONE) {
            return texts(Characters.words(self, cuts));
        }
        return texts(Characters.parts(self, filled(name, text(name, Arguments.of(separator), 0)), cuts));
    }

    private static List<String> fromTheRight(String self, String separator, long cuts) {
        List<String> parts = Characters.parts(self, filled("rsplit", separator), -1);
        int kept = (int) Math.max(0, parts.size() - 1 - cuts);
        List<String> split = new ArrayList<>(List.of(String.join(separator, parts.subList(0, kept + 1))));
        split.addAll(parts.subList(kept + 1, parts.size()));
        return split;
    }

    private static String filled(String name, String separator) {
        if (separator.isEmpty()) {
            throw new TemplateFailure(name + " must be given a separator that is not empty");
        }
        return separator;
    }

    private static boolean borders(String self, String name, Arguments arguments) {
        Value affix = arguments.require(name, 0);
        List<Value> affixes =
                affix instanceof Listing list && list.kind() == Listing.Kind.TUPLE ? list.items() : List.of(affix);
        boolean start = name.equals("startswith");
        return affixes.stream()
                .map(one -> text(name, Arguments.of(one), 0))
                .anyMatch(one -> start ? self.startsWith(one) : self.endsWith(one));
    }

    static Value replace(String self, Arguments arguments, Allowance allowance) {
        String old = filled("replace", text("replace", arguments, 0));
        String replacement = text("replace", arguments, 1);
        long count = whole("replace", arguments.get(2, "count", Whole.of(-1)));
        List<String> parts = Characters.parts(self, old, count);
        allowance.make(self.length() + (long) (parts.size() - 1) * replacement.length());
        return new Text(String.join(replacement, parts));
    }

    static Value join(String self, List<Value> items, Allowance allowance) {
        List<String> parts = new ArrayList<>(items.size());
        for (Value item : items) {
            parts.add(text("join", Arguments.of(item), 0));
            allowance.make((long) self.length() + item.text().length());
        }
        return new Text(String.join(self, parts));
    }

    private static Value find(String self, String name, String part) {
        if (name.equals("count")) {
            return Whole.of(
                    part.isEmpty()
                            ? self.codePointCount(0, self.length()) + 1L
                            : Characters.parts(self, part, -1).size() - 1L);
        }
        int found = name.equals("find") ? self.indexOf(part) : self.lastIndexOf(part);
        return Whole.of(found < 0 ? found : self.codePointCount(0, found));
    }

    private static Value removePrefix(String self, String prefix) {
        return new Text(self.startsWith(prefix) ? self.substring(prefix.length()) : self);
    }

    private static Value removeSuffix(String self, String suffix) {
        return new Text(self.endsWith(suffix) ? self.substring(0, self.length() - suffix.length()) : self);
    }

    private static Value partition(String self, String name, String separator) {
        boolean first = name.equals("partition");
        int found = first ? self.indexOf(filled(name, separator)) : self.lastIndexOf(filled(name, separator));
        if (found < 0) {
            return tuple(first ? List.of(self, "", "") : List.of("", "", self));
        }
        return tuple(List.of(self.substring(0, found), separator, self.substring(found + separator.length())));
    }

    private static Value tuple(List<String> texts) {
        return Listing.tuple(((Listing) texts(texts)).items());
    }

    private static Value texts(List<String> texts) {
        List<Value> values = new ArrayList<>(texts.size());
        texts.forEach(text -> values.add(new Text(text)));
        return Listing.list(Collections.unmodifiableList(values));
    }

    private static String text(String name, Arguments arguments, int place) {
        Value value = arguments.require(name, place);
        if (value instanceof Undefined missing) {
            throw missing.failure();
        }
        if (value instanceof Text text) {
            return text.value();
        }
        throw new TemplateFailure(name + " must be given a text, got '" + value.type() + "'");
    }

    private static long whole(String name, Value value) {
        if (Operators.isWhole(value)) {
            return Operators.whole(value);
        }
        throw new TemplateFailure(name + " must be given a whole number, got '" + value.type() + "'");
    }
}
