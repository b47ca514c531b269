package dev.reflux.activities.template.jinja;

import dev.reflux.activities.template.jinja.Statement.Block;
import dev.reflux.activities.template.jinja.Statement.Flow;
import dev.reflux.activities.template.jinja.Token.Kind;
import dev.reflux.activities.template.python.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Reads the blocks that give a name to something: {@code set}, {@code macro}, {@code call}, {@code with}; and {@code filter}. */
final class SetParser {

    private final Tokens tokens;
    private final ExpressionParser expressions;
    private final StatementParser statements;

    SetParser(Tokens tokens, ExpressionParser expressions, StatementParser statements) {
        this.tokens = tokens;
        this.expressions = expressions;
        this.statements = statements;
    }

    /** One name, an attribute of a namespace, or several names. */
    Target target() {
        List<Target> targets = new ArrayList<>();
        boolean comma = false;
        while (tokens.sees(Kind.NAME) && !tokens.seesName("in") || tokens.seesOperator("(")) {
            targets.add(oneTarget());
            if (!tokens.skipOperator(",")) {
                break;
            }
            comma = true;
        }
        if (targets.isEmpty()) {
            throw tokens.unexpected("a name");
        }
        return targets.size() == 1 && !comma ? targets.get(0) : new Target.Several(targets);
    }

    private Target oneTarget() {
        if (tokens.skipOperator("(")) {
            Target inside = target();
            tokens.expectOperator(")");
            return inside;
        }
        String name = tokens.next().text();
        return tokens.skipOperator(".")
                ? new Target.Member(
                        name, tokens.expect(Kind.NAME, "an attribute").text())
                : new Target.Variable(name);
    }

    Statement assignment() {
        Target target = target();
        if (tokens.skipOperator("=")) {
            Expression value = expressions.tuple(true);
            statements.close();
            return (scope, out) -> {
                target.assign(scope, value.evaluate(scope));
                return Flow.NEXT;
            };
        }
        Function<Expression, Expression> filters = filters(tokens.skipOperator("|"));
        statements.close();
        Block body = statements.closedBody("endset");
        return (scope, out) -> {
            Value text = StatementParser.text(body, scope.inner());
            target.assign(scope, filters.apply(new Constant(text)).evaluate(scope));
            return Flow.NEXT;
        };
    }

    /** Filters in a row, to be put over a value that is known later. */
    private Function<Expression, Expression> filters(boolean any) {
        if (!any) {
            return Function.identity();
        }
        Name filtered = new Name("text between the tags");
        Expression chain = expressions.primary().filtered(expressions.primary().filter(filtered));
        return value -> scope -> {
            Scope inner = scope.inner();
            inner.set(filtered.name(), value.evaluate(scope));
            return chain.evaluate(inner);
        };
    }

    Statement filter() {
        Function<Expression, Expression> filters = filters(true);
        statements.close();
        Block body = statements.closedBody("endfilter");
        return (scope, out) -> {
            Value text = StatementParser.text(body, scope.inner());
            scope.run().write(filters.apply(new Constant(text)).evaluate(scope).text(), out);
            return Flow.NEXT;
        };
    }

    Statement macro() {
        String name = tokens.expect(Kind.NAME, "the name of a macro").text();
        List<Macro.Parameter> parameters = parameters();
        statements.close();
        Macro.Signature signature = new Macro.Signature(name, parameters, statements.closedBody("endmacro"));
        return (scope, out) -> {
            scope.set(name, new Macro(signature, scope));
            return Flow.NEXT;
        };
    }

    private List<Macro.Parameter> parameters() {
        tokens.expectOperator("(");
        List<Macro.Parameter> parameters = new ArrayList<>();
        while (!tokens.seesOperator(")")) {
            String name = tokens.expect(Kind.NAME, "the name of a parameter").text();
            parameters.add(new Macro.Parameter(name, tokens.skipOperator("=") ? expressions.expression() : null));
            if (!tokens.skipOperator(",")) {
                break;
            }
        }
        tokens.expectOperator(")");
        return parameters;
    }

    Statement call() {
        List<Macro.Parameter> parameters = tokens.seesOperator("(") ? parameters() : List.of();
        if (!(expressions.expression() instanceof Call call)) {
            throw tokens.unexpected("a call before this");
        }
        statements.close();
        Macro.Signature signature = new Macro.Signature(Macro.CALLER, parameters, statements.closedBody("endcall"));
        return (scope, out) -> {
            Value written = call.call(scope, new Macro(signature, scope));
            scope.run().write(written.text(), out);
            return Flow.NEXT;
        };
    }

    Statement with() {
        List<Target> targets = new ArrayList<>();
        List<Expression> values = new ArrayList<>();
        while (!tokens.sees(Kind.BLOCK_END)) {
            targets.add(oneTarget());
            tokens.expectOperator("=");
            values.add(expressions.expression());
            if (!tokens.skipOperator(",")) {
                break;
            }
        }
        statements.close();
        Block body = statements.body("endwith");
        return (scope, out) -> {
            Scope inner = scope.inner();
            for (int place = 0; place < targets.size(); place++) {
                targets.get(place).assign(inner, values.get(place).evaluate(scope));
            }
            return body.execute(inner, out);
        };
    }
}
