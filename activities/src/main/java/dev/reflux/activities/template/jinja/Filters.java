package dev.reflux.activities.template.jinja;

import dev.reflux.activities.template.python.Allowance;
import dev.reflux.activities.template.python.Arguments;
import dev.reflux.activities.template.python.Callable;
import dev.reflux.activities.template.python.Characters;
import dev.reflux.activities.template.python.Iteration;
import dev.reflux.activities.template.python.JsonText;
import dev.reflux.activities.template.python.Listing;
import dev.reflux.activities.template.python.Markup;
import dev.reflux.activities.template.python.Members;
import dev.reflux.activities.template.python.Nothing;
import dev.reflux.activities.template.python.Operators;
import dev.reflux.activities.template.python.TemplateFailure;
import dev.reflux.activities.template.python.Text;
import dev.reflux.activities.template.python.Truth;
import dev.reflux.activities.template.python.Undefined;
import dev.reflux.activities.template.python.Value;
import dev.reflux.activities.template.python.Whole;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The filters of chat templates over one value; those over the items of one are {@link ItemFilters}. */
final class Filters {

    private static final Pattern TITLE_WORD = Pattern.compile("([-\\s({\\[<]+)|([^-\\s({\\[<]+)");

    private Filters() {}

    /** The filtered value; a name that is not known here fails. */
    static Value apply(String name, Value value, Arguments arguments, Allowance allowance) {
        allowance.step();
        Value filtered =
                switch (name) {
                    case "length", "count" -> Whole.of(Iteration.length(none(name, value, arguments)));
                    case "default", "d" -> otherwise(value, arguments.only(name, "default_value", "boolean"));
                    case "tojson" -> new Text(json(value, arguments, allowance));
                    case "safe" -> new Markup(none(name, value, arguments).text());
                    case "string" -> none(name, value, arguments) instanceof Markup ? value : new Text(value.text());
                    case "trim" -> trim(value, arguments.only(name, "chars"));
                    case "lower", "upper", "title", "capitalize" -> cased(name, none(name, value, arguments));
                    case "indent" -> indent(plain(name, value), arguments, allowance);
                    case "replace" -> replace(plain(name, value), arguments, allowance);
                    case "int", "float", "abs", "round" -> NumberFilters.apply(name, value, arguments);
                    default -> ItemFilters.apply(name, value, arguments, allowance);
                };
        return allowance.made(filtered);
    }

    static Value none(String name, Value value, Arguments arguments) {
        arguments.only(name);
        return value;
    }

    /** Its text; text marked as safe would be escaped here and there, and is refused. */
    static String plain(String name, Value value) {
        if (value instanceof Markup) {
            throw new TemplateFailure("filter " + name + " must not stand behind safe");
        }
        return value.text();
    }

    private static Value otherwise(Value value, Arguments arguments) {
        boolean alsoFalse = arguments.get(1, "boolean", Truth.FALSE).truth();
        boolean missing = value instanceof Undefined || alsoFalse && !value.truth();
        return missing ? arguments.get(0, "default_value", Text.EMPTY) : value;
    }

    private static Value trim(Value value, Arguments arguments) {
        Text text = new Text(plain("trim", value));
        return call(text, "strip", arguments.positional().toArray(Value[]::new));
    }

    private static Value call(Text text, String method, Value... arguments) {
        Callable bound = (Callable) Members.attribute(text, method);
        return bound.call(Arguments.of(arguments), new Allowance());
    }

    private static Value cased(String name, Value value) {
        String text = plain(name, value);
        return switch (name) {
            case "lower" -> new Text(text.toLowerCase(Locale.ROOT));
            case "upper" -> new Text(text.toUpperCase(Locale.ROOT));
            case "capitalize" -> call(new Text(text), "capitalize");
            default -> title(text);
        };
    }

    private static Value title(String text) {
        StringBuilder title = new StringBuilder(text.length());
        for (Matcher words = TITLE_WORD.matcher(text); words.find(); ) {
            String word = words.group();
            int first = word.offsetByCodePoints(0, 1);
            title.append(word.substring(0, first).toUpperCase(Locale.ROOT))
                    .append(word.substring(first).toLowerCase(Locale.ROOT));
        }
        return new Text(title.toString());
    }

    private static String json(Value value, Arguments given, Allowance allowance) {
        Arguments arguments = given.only("tojson", "ensure_ascii", "indent", "separators", "sort_keys");
        Value indent = arguments.get(1, "indent", Nothing.NONE);
        String item = indent == Nothing.NONE ? ", " : ",";
        String key = ": ";
        if (arguments.get(2, "separators", Nothing.NONE) instanceof Listing separators) {
            item = separators.items().get(0).text();
            key = separators.items().get(1).text();
        }
        JsonText.Format format = new JsonText.Format(
                indent == Nothing.NONE ? null : indentation(indent, allowance),
                item,
                key,
                arguments.get(0, "ensure_ascii", Truth.FALSE).truth(),
                arguments.get(3, "sort_keys", Truth.FALSE).truth());
        return JsonText.write(value, format, allowance);
    }

    private static String indentation(Value indent, Allowance allowance) {
        if (!Operators.isWhole(indent)) {
            return indent.text();
        }
        long width = Math.max(0, Operators.whole(indent));
        allowance.make(width);
        return " ".repeat((int) width);
    }

    private static Value indent(String text, Arguments given, Allowance allowance) {
        Arguments arguments = given.only("indent", "width", "first", "blank");
        String indentation = indentation(arguments.get(0, "width", Whole.of(4)), allowance);
        boolean blank = arguments.get(2, "blank", Truth.FALSE).truth();
        List<String> lines = Characters.lines(text + "\n");
        allowance.make((long) lines.size() * indentation.length());
        StringBuilder indented = new StringBuilder(text.length());
        indented.append(arguments.get(1, "first", Truth.FALSE).truth() ? indentation : "");
        for (int place = 0; place < lines.size(); place++) {
            String line = lines.get(place);
            boolean moved = place > 0 && (blank || !line.isEmpty());
            indented.append(place > 0 ? "\n" : "")
                    .append(moved ? indentation : "")
                    .append(line);
        }
        return new Text(indented.toString());
    }

    private static Value replace(String text, Arguments arguments, Allowance allowance) {
        Arguments given = arguments.only("replace", "s", "old", "new");
        Value old = new Text(plain("replace", given.require("replace", 0)));
        Value replacement = new Text(plain("replace", given.require("replace", 1)));
        return ((Callable) Members.attribute(new Text(text), "replace"))
                .call(Arguments.of(old, replacement), allowance);
    }
}
