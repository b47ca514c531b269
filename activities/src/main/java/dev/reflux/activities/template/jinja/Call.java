package dev.reflux.activities.template.jinja;

import dev.reflux.activities.template.python.Arguments;
import dev.reflux.activities.template.python.Callable;
import dev.reflux.activities.template.python.TemplateFailure;
import dev.reflux.activities.template.python.Undefined;
import dev.reflux.activities.template.python.Value;
import java.util.LinkedHashMap;
import java.util.Map;

/** A call of a function, method or macro. */
record Call(Expression function, CallArguments arguments) implements Expression {

    @Override
    public Value evaluate(Scope scope) {
        return call(scope, null);
    }

    /** With the body of a call block, or null. */
    Value call(Scope scope, Macro caller) {
        Value called = function.evaluate(scope);
        if (called instanceof Undefined missing) {
            throw missing.failure();
        }
        if (!(called instanceof Callable callable)) {
            throw new TemplateFailure("only functions can be called, got '" + called.type() + "'");
        }
        Arguments given = arguments.evaluate(scope);
        if (caller != null) {
            Map<String, Value> named = new LinkedHashMap<>(given.named());
            named.put(Macro.CALLER, caller);
            given = new Arguments(given.positional(), named);
        }
        scope.run().allowance().step();
        return callable.call(given, scope.run().allowance());
    }
}
