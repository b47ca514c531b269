package dev.reflux.activities.template.jinja;

import dev.reflux.activities.template.python.Value;

/** A variable. */
record Name(String name) implements Expression {

    @Override
    public Value evaluate(Scope scope) {
        return scope.find(name);
    }
}
