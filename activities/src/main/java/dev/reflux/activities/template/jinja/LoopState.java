package dev.reflux.activities.template.jinja;

import dev.reflux.activities.template.python.Allowance;
import dev.reflux.activities.template.python.Arguments;
import dev.reflux.activities.template.python.Attributed;
import dev.reflux.activities.template.python.Callable;
import dev.reflux.activities.template.python.TemplateFailure;
import dev.reflux.activities.template.python.Truth;
import dev.reflux.activities.template.python.Undefined;
import dev.reflux.activities.template.python.Value;
import dev.reflux.activities.template.python.Whole;
import java.util.List;

/** The variable {@code loop}. */
final class LoopState implements Attributed {

    private final List<Value> items;
    private int index;

    LoopState(List<Value> items) {
        this.items = items;
    }

    void advance() {
        index++;
    }

    @Override
    public Value attribute(String name) {
        return switch (name) {
            case "index" -> Whole.of(index + 1L);
            case "index0" -> Whole.of(index);
            case "revindex" -> Whole.of(items.size() - (long) index);
            case "revindex0" -> Whole.of(items.size() - index - 1L);
            case "first" -> Truth.of(index == 0);
            case "last" -> Truth.of(index == items.size() - 1);
            case "length" -> Whole.of(items.size());
            case "previtem" -> index == 0 ? new Undefined("there is no previous item") : items.get(index - 1);
            case "nextitem" ->
                index == items.size() - 1 ? new Undefined("there is no next item") : items.get(index + 1);
            case "cycle" -> new Cycle(index);
            case "depth", "depth0", "changed" -> throw new TemplateFailure("loop." + name + " is not supported");
            default -> Undefined.member(this, name);
        };
    }

    @Override
    public String type() {
        return "LoopContext";
    }

    private record Cycle(int index) implements Callable {

        @Override
        public Value call(Arguments arguments, Allowance allowance) {
            List<Value> values = arguments.positional();
            arguments.require("loop.cycle", 0);
            return values.get(index % values.size());
        }

        @Override
        public String type() {
            return "method";
        }
    }
}
