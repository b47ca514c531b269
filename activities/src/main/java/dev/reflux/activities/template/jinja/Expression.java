package dev.reflux.activities.template.jinja;

import dev.reflux.activities.template.python.Value;

/** A node of the tree that has a value. */
interface Expression {
    Value evaluate(Scope scope);
}
