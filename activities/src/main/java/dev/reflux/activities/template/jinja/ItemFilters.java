package dev.reflux.activities.template.jinja;

import dev.reflux.activities.template.python.Allowance;
import dev.reflux.activities.template.python.Arguments;
import dev.reflux.activities.template.python.Callable;
import dev.reflux.activities.template.python.Comparisons;
import dev.reflux.activities.template.python.Generator;
import dev.reflux.activities.template.python.Iteration;
import dev.reflux.activities.template.python.Listing;
import dev.reflux.activities.template.python.Mapping;
import dev.reflux.activities.template.python.Members;
import dev.reflux.activities.template.python.Operators;
import dev.reflux.activities.template.python.TemplateFailure;
import dev.reflux.activities.template.python.Text;
import dev.reflux.activities.template.python.Truth;
import dev.reflux.activities.template.python.Undefined;
import dev.reflux.activities.template.python.Value;
import dev.reflux.activities.template.python.Whole;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/** The filters over the items of a value. */
final class ItemFilters {

    private ItemFilters() {}

    static Value apply(String name, Value value, Arguments arguments, Allowance allowance) {
        return switch (name) {
            case "list" -> Listing.list(new ArrayList<>(Iteration.of(Filters.none(name, value, arguments))));
            case "items" -> new Generator(pairs(Filters.none(name, value, arguments)));
            case "dictsort" -> Listing.list(sorted(pairs(Filters.none(name, value, arguments)), byKey(), false));
            case "join" -> join(value, arguments.only(name, "d", "attribute"), allowance);
            case "first", "last" -> end(name, Filters.none(name, value, arguments));
            case "reverse" -> reverse(Filters.none(name, value, arguments));
            case "sum" -> sum(value, arguments.only(name, "attribute", "start"), allowance);
            case "sort" -> sort(value, arguments.only(name, "reverse", "case_sensitive", "attribute"));
            case "map" -> new Generator(mapped(value, arguments, allowance));
            case "select", "reject" -> new Generator(selected(value, name.equals("select"), arguments));
            case "selectattr", "rejectattr" -> {
                Function<Value, Value> attribute = attribute(arguments.require(name, 0));
                yield new Generator(selected(value, name.equals("selectattr"), attribute, arguments.from(1)));
            }
            case "unique" -> unique(Filters.none(name, value, arguments), allowance);
            default -> throw new TemplateFailure("filter " + name + " is not supported");
        };
    }

    private static List<Value> pairs(Value value) {
        if (value instanceof Undefined) {
            return List.of();
        }
        if (!(value instanceof Mapping mapping)) {
            throw new TemplateFailure("items are those of a dict, got '" + value.type() + "'");
        }
        return mapping.items();
    }

    private static Comparator<Value> byKey() {
        return ordered(pair -> folded(((Listing) pair).items().get(0)));
    }

    private static Comparator<Value> ordered(Function<Value, Value> key) {
        return (left, right) -> Comparisons.order(key.apply(left), key.apply(right));
    }

    private static Value folded(Value value) {
        return value instanceof Text text ? new Text(text.value().toLowerCase(Locale.ROOT)) : value;
    }

    private static List<Value> sorted(List<Value> items, Comparator<Value> order, boolean reverse) {
        List<Value> sorted = new ArrayList<>(items);
        sorted.sort(reverse ? order.reversed() : order);
        return sorted;
    }

    private static Value sort(Value value, Arguments arguments) {
        Value attribute = arguments.get(2, "attribute");
        boolean sensitive = arguments.get(1, "case_sensitive", Truth.FALSE).truth();
        Function<Value, Value> of = attribute == null ? Function.identity() : attribute(attribute);
        Function<Value, Value> key = sensitive ? of : of.andThen(ItemFilters::folded);
        boolean reverse = arguments.get(0, "reverse", Truth.FALSE).truth();
        return Listing.list(sorted(Iteration.of(value), ordered(key), reverse));
    }

    private static Value join(Value value, Arguments arguments, Allowance allowance) {
        Value attribute = arguments.get(1, "attribute");
        Function<Value, Value> of = attribute == null ? Function.identity() : attribute(attribute);
        List<Value> texts = new ArrayList<>();
        Iteration.of(value).forEach(item -> texts.add(new Text(Filters.plain("join", of.apply(item)))));
        Text separator = new Text(Filters.plain("join", arguments.get(0, "d", Text.EMPTY)));
        return ((Callable) Members.attribute(separator, "join")).call(Arguments.of(Listing.list(texts)), allowance);
    }

    private static Value end(String name, Value value) {
        List<Value> items = Iteration.of(value);
        if (items.isEmpty()) {
            return new Undefined("there is no " + name + " item");
        }
        return items.get(name.equals("first") ? 0 : items.size() - 1);
    }

    private static Value reverse(Value value) {
        List<Value> reversed = new ArrayList<>(Iteration.of(value));
        Collections.reverse(reversed);
        if (!(value instanceof Text)) {
            return new Generator(reversed);
        }
        StringBuilder text = new StringBuilder();
        reversed.forEach(letter -> text.append(letter.text()));
        return new Text(text.toString());
    }

    private static Value sum(Value value, Arguments arguments, Allowance allowance) {
        Value attribute = arguments.get(0, "attribute");
        Function<Value, Value> of = attribute == null ? Function.identity() : attribute(attribute);
        Value sum = arguments.get(1, "start", Whole.of(0));
        for (Value item : Iteration.of(value)) {
            sum = Operators.add(sum, of.apply(item), allowance);
        }
        return sum;
    }

    private static Value unique(Value value, Allowance allowance) {
        Mapping seen = new Mapping();
        List<Value> unique = new ArrayList<>();
        for (Value item : Iteration.of(value)) {
            allowance.step();
            if (seen.get(folded(item)) == null) {
                seen.put(folded(item), item);
                unique.add(item);
            }
        }
        return new Generator(unique);
    }

    private static List<Value> mapped(Value value, Arguments arguments, Allowance allowance) {
        List<Value> mapped = new ArrayList<>();
        Value attribute = arguments.named().get("attribute");
        if (attribute != null) {
            Value otherwise =
                    arguments.only("map", "attribute", "default").named().get("default");
            Function<Value, Value> of = attribute(attribute);
            for (Value item : Iteration.of(value)) {
                Value found = of.apply(item);
                mapped.add(found instanceof Undefined && otherwise != null ? otherwise : found);
            }
            return mapped;
        }
        String filter = arguments.require("map", 0).text();
        for (Value item : Iteration.of(value)) {
            mapped.add(Filters.apply(filter, item, arguments.from(1), allowance));
        }
        return mapped;
    }

    private static List<Value> selected(Value value, boolean wanted, Arguments arguments) {
        return selected(value, wanted, Function.identity(), arguments);
    }

    private static List<Value> selected(Value value, boolean wanted, Function<Value, Value> of, Arguments arguments) {
        List<Value> selected = new ArrayList<>();
        for (Value item : Iteration.of(value)) {
            Value examined = of.apply(item);
            boolean holds = arguments.positional().isEmpty()
                    ? examined.truth()
                    : Tests.holds(arguments.positional().get(0).text(), examined, arguments.from(1));
            if (holds == wanted) {
                selected.add(item);
            }
        }
        return selected;
    }

    /** An attribute by a path such as {@code function.name}, its parts subscripts. */
    private static Function<Value, Value> attribute(Value path) {
        if (Operators.isWhole(path)) {
            return item -> Members.item(item, path);
        }
        List<Value> parts = new ArrayList<>();
        for (String part : path.text().split("\\.", -1)) {
            parts.add(part.matches("\\d{1,9}") ? Whole.of(Long.parseLong(part)) : new Text(part));
        }
        return item -> {
            Value found = item;
            for (Value part : parts) {
                found = Members.item(found, part);
            }
            return found;
        };
    }
}
