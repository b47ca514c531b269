package dev.reflux.activities.template.jinja;

import dev.reflux.activities.template.python.Arguments;
import dev.reflux.activities.template.python.Value;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The arguments of a call as they are written. */
record CallArguments(List<Expression> positional, Map<String, Expression> named) {

    static final CallArguments NONE = new CallArguments(List.of(), Map.of());

    Arguments evaluate(Scope scope) {
        if (positional.isEmpty() && named.isEmpty()) {
            return Arguments.NONE;
        }
        List<Value> values = positional.stream()
                .map(expression -> expression.evaluate(scope))
                .toList();
        Map<String, Value> byName = new LinkedHashMap<>();
        named.forEach((name, expression) -> byName.put(name, expression.evaluate(scope)));
        return new Arguments(values, byName);
    }
}
