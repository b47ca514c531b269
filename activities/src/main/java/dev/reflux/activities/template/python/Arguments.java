package dev.reflux.activities.template.python;

import java.util.List;
import java.util.Map;

/** What a macro, method, filter or test is called with; each takes what it knows and refuses the rest. */
public record Arguments(List<Value> positional, Map<String, Value> named) {

    public static final Arguments NONE = new Arguments(List.of(), Map.of());

    public static Arguments of(Value... positional) {
        return new Arguments(List.of(positional), Map.of());
    }

    /** The argument at a place or of a name, or null where neither is given. */
    public Value get(int place, String name) {
        return place < positional.size() ? positional.get(place) : named.get(name);
    }

    /** The same, or something else where it is not given. */
    public Value get(int place, String name, Value otherwise) {
        Value value = get(place, name);
        return value == null ? otherwise : value;
    }

    /** The argument at a place, which must be given. */
    public Value require(String function, int place) {
        if (place >= positional.size()) {
            throw new TemplateFailure(
                    function + " must be given an argument " + (place + 1) + ", got " + positional.size() + " in all");
        }
        return positional.get(place);
    }

    /** Refuses arguments that a function does not know. */
    public Arguments only(String function, String... names) {
        List<String> known = List.of(names);
        if (positional.size() > known.size()) {
            throw new TemplateFailure(
                    function + " must be given at most " + known.size() + " arguments, got " + positional.size());
        }
        for (String name : named.keySet()) {
            if (!known.contains(name) || known.indexOf(name) < positional.size()) {
                throw new TemplateFailure(function + " must be given each of " + known + " once at most, got " + name);
            }
        }
        return this;
    }

    /** The same without the first so many. */
    public Arguments from(int place) {
        return new Arguments(positional.subList(Math.min(place, positional.size()), positional.size()), named);
    }
}
