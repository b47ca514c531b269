package dev.reflux.activities.template.jinja;

import dev.reflux.activities.template.python.Arguments;
import dev.reflux.activities.template.python.Iteration;
import dev.reflux.activities.template.python.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The arguments of a call as they are written.
 *
 * @param spread a list whose items are further arguments by place; null for none
 */
record CallArguments(List<Expression> positional, Expression spread, Map<String, Expression> named) {

    static final CallArguments NONE = new CallArguments(List.of(), null, Map.of());

    Arguments evaluate(Scope scope) {
        if (positional.isEmpty() && spread == null && named.isEmpty()) {
            return Arguments.NONE;
        }
        List<Value> values = new ArrayList<>(positional.size());
        positional.forEach(expression -> values.add(expression.evaluate(scope)));
        if (spread != null) {
            values.addAll(Iteration.of(spread.evaluate(scope)));
        }
        Map<String, Value> byName = new LinkedHashMap<>();
        named.forEach((name, expression) -> byName.put(name, expression.evaluate(scope)));
        return new Arguments(values, byName);
    }
}
