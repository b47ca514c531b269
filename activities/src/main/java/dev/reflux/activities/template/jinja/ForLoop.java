package dev.reflux.activities.template.jinja;

import dev.reflux.activities.template.python.Iteration;
import dev.reflux.activities.template.python.Value;
import java.util.ArrayList;
import java.util.List;

/**
 * A loop; each turn has variables of its own.
 *
 * @param condition which items it walks through; null for all
 * @param otherwise what is done where there are none
 */
record ForLoop(Target target, Expression items, Expression condition, Statement.Block body, Statement.Block otherwise)
        implements Statement {

    @Override
    public Flow execute(Scope scope, StringBuilder out) {
        List<Value> values = chosen(scope, Iteration.of(items.evaluate(scope)));
        if (values.isEmpty()) {
            return otherwise.execute(scope.inner(), out);
        }
        LoopState state = new LoopState(values);
        for (Value value : values) {
            scope.run().allowance().step();
            Scope turn = scope.inner();
            turn.set("loop", state);
            target.assign(turn, value);
            if (body.execute(turn, out) == Flow.BREAK) {
                break;
            }
            state.advance();
        }
        return Flow.NEXT;
    }

    private List<Value> chosen(Scope scope, List<Value> values) {
        if (condition == null) {
            return values;
        }
        List<Value> chosen = new ArrayList<>();
        for (Value value : values) {
            scope.run().allowance().step();
            Scope turn = scope.inner();
            target.assign(turn, value);
            if (condition.evaluate(turn).truth()) {
                chosen.add(value);
            }
        }
        return chosen;
    }
}
