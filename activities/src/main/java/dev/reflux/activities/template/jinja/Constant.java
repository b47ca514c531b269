package dev.reflux.activities.template.jinja;

import dev.reflux.activities.template.python.Value;

/** A value written in the template. */
record Constant(Value value) implements Expression {

    @Override
    public Value evaluate(Scope scope) {
        return value;
    }
}
