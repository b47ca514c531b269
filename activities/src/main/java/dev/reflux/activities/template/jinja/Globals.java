package dev.reflux.activities.template.jinja;

import dev.reflux.activities.template.python.Allowance;
import dev.reflux.activities.template.python.Arguments;
import dev.reflux.activities.template.python.Callable;
import dev.reflux.activities.template.python.Iteration;
import dev.reflux.activities.template.python.Listing;
import dev.reflux.activities.template.python.Mapping;
import dev.reflux.activities.template.python.Operators;
import dev.reflux.activities.template.python.TemplateFailure;
import dev.reflux.activities.template.python.Text;
import dev.reflux.activities.template.python.Value;
import dev.reflux.activities.template.python.Whole;
import java.util.ArrayList;
import java.util.List;

/** The functions every template has, those that transformers adds included. */
final class Globals {

    private static final long LONGEST_RANGE = 100_000;
    private static final Callable RAISE = new Function("raise_exception", Globals::raise);
    private static final Callable NAMESPACE = new Function("namespace", Globals::namespace);
    private static final Callable DICT = new Function("dict", Globals::dict);
    private static final Callable RANGE = new Function("range", Globals::range);

    private interface Body {
        Value call(Arguments arguments);
    }

    private record Function(String name, Body body) implements Callable {

        @Override
        public Value call(Arguments arguments, Allowance allowance) {
            return allowance.made(body.call(arguments));
        }

        @Override
        public String type() {
            return "function";
        }
    }

    private Globals() {}

    /** The function of a name, or null. */
    static Value find(String name, Run run) {
        return switch (name) {
            case "raise_exception" -> RAISE;
            case "namespace" -> NAMESPACE;
            case "dict" -> DICT;
            case "range" -> RANGE;
            case "strftime_now" ->
                new Function(name, arguments -> {
                    String format =
                            arguments.only(name, "format").require(name, 0).text();
                    return new Text(PythonTime.format(run.now(), format));
                });
            case "lipsum", "cycler", "joiner", "varargs", "kwargs", "self", "super" ->
                throw new TemplateFailure("name " + name + " is not supported");
            default -> null;
        };
    }

    private static Value raise(Arguments arguments) {
        throw TemplateFailure.raised(arguments
                .only("raise_exception", "message")
                .get(0, "message", Text.EMPTY)
                .text());
    }

    private static Value namespace(Arguments arguments) {
        Namespace made = new Namespace();
        dict(arguments).items().forEach(pair -> {
            List<Value> both = Iteration.of(pair);
            made.set(both.get(0).text(), both.get(1));
        });
        return made;
    }

    private static Mapping dict(Arguments arguments) {
        Mapping made = new Mapping();
        if (!arguments.positional().isEmpty()) {
            if (!(arguments.positional().get(0) instanceof Mapping given)
                    || arguments.positional().size() > 1) {
                throw new TemplateFailure("dict must be given one dict, or values by name");
            }
            given.keys().forEach(key -> made.put(key, given.get(key)));
        }
        arguments.named().forEach((name, value) -> made.put(new Text(name), value));
        return made;
    }

    private static Value range(Arguments arguments) {
        List<Value> bounds = arguments.only("range", "start", "stop", "step").positional();
        arguments.require("range", 0);
        for (Value bound : bounds) {
            if (!Operators.isWhole(bound)) {
                throw new TemplateFailure("range must be given whole numbers, got '" + bound.type() + "'");
            }
        }
        long start = bounds.size() > 1 ? Operators.whole(bounds.get(0)) : 0;
        long stop = Operators.whole(bounds.get(bounds.size() > 1 ? 1 : 0));
        long step = bounds.size() > 2 ? Operators.whole(bounds.get(2)) : 1;
        if (step == 0) {
            throw new TemplateFailure("the step of range must not be 0");
        }
        List<Value> values = new ArrayList<>();
        for (long at = start; step > 0 ? at < stop : at > stop; at += step) {
            if (values.size() >= LONGEST_RANGE) {
                throw new TemplateFailure("range must have at most " + LONGEST_RANGE + " numbers, and has more");
            }
            values.add(Whole.of(at));
        }
        return new Listing(Listing.Kind.RANGE, values);
    }
}
