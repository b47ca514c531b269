package dev.reflux.activities.template.jinja;

import dev.reflux.activities.template.jinja.Token.Kind;
import dev.reflux.activities.template.python.Iteration;
import dev.reflux.activities.template.python.Listing;
import dev.reflux.activities.template.python.Mapping;
import dev.reflux.activities.template.python.Members;
import dev.reflux.activities.template.python.Nothing;
import dev.reflux.activities.template.python.Real;
import dev.reflux.activities.template.python.TemplateFailure;
import dev.reflux.activities.template.python.Text;
import dev.reflux.activities.template.python.Truth;
import dev.reflux.activities.template.python.Value;
import dev.reflux.activities.template.python.Whole;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads values as they are written, and what stands behind them: attributes, subscripts, calls, filters, tests. */
final class PrimaryParser {

    private static final List<String> NOT_ARGUMENTS = List.of("else", "or", "and", "is");

    private final Tokens tokens;
    private final ExpressionParser expressions;

    PrimaryParser(Tokens tokens, ExpressionParser expressions) {
        this.tokens = tokens;
        this.expressions = expressions;
    }

    Expression primary() {
        Token token = tokens.peek();
        return switch (token.kind()) {
            case NAME -> name(tokens.next().text());
            case STRING -> string();
            case INTEGER -> new Constant(whole(tokens.next().text()));
            case FLOAT ->
                new Constant(new Real(Double.parseDouble(tokens.next().text().replace("_", ""))));
            default -> bracket();
        };
    }

    private static Expression name(String name) {
        return switch (name) {
            case "true", "True" -> new Constant(Truth.TRUE);
            case "false", "False" -> new Constant(Truth.FALSE);
            case "none", "None" -> new Constant(Nothing.NONE);
            default -> new Name(name);
        };
    }

    private Expression string() {
        StringBuilder text = new StringBuilder();
        while (tokens.sees(Kind.STRING)) {
            text.append(tokens.next().text());
        }
        return new Constant(new Text(text.toString()));
    }

    private Value whole(String written) {
        String digits = written.replace("_", "");
        int base = digits.length() < 2
                ? 10
                : switch (Character.toLowerCase(digits.charAt(1))) {
                    case 'x' -> 16;
                    case 'o' -> 8;
                    case 'b' -> 2;
                    default -> 10;
                };
        try {
            return Whole.of(Long.parseLong(base == 10 ? digits : digits.substring(2), base));
        } catch (NumberFormatException e) {
            throw new TemplateFailure("a whole number must fit into 64 bits, got " + written).at(tokens.line());
        }
    }

    private Expression bracket() {
        if (tokens.skipOperator("(")) {
            Expression inside = expressions.tuple(true);
            tokens.expectOperator(")");
            return inside;
        }
        if (tokens.skipOperator("[")) {
            List<Expression> items = new ArrayList<>();
            while (!tokens.seesOperator("]")) {
                items.add(expressions.expression());
                if (!tokens.skipOperator(",")) {
                    break;
                }
            }
            tokens.expectOperator("]");
            return scope -> Listing.list(values(items, scope));
        }
        if (tokens.skipOperator("{")) {
            return mapping();
        }
        throw tokens.unexpected("a value");
    }

    static Expression tuple(List<Expression> items) {
        return scope -> Listing.tuple(values(items, scope));
    }

    private static List<Value> values(List<Expression> items, Scope scope) {
        List<Value> values = new ArrayList<>(items.size());
        items.forEach(item -> values.add(item.evaluate(scope)));
        return values;
    }

    private Expression mapping() {
        List<Expression> keys = new ArrayList<>();
        List<Expression> values = new ArrayList<>();
        while (!tokens.seesOperator("}")) {
            keys.add(expressions.expression());
            tokens.expectOperator(":");
            values.add(expressions.expression());
            if (!tokens.skipOperator(",")) {
                break;
            }
        }
        tokens.expectOperator("}");
        return scope -> {
            Mapping mapping = new Mapping();
            for (int place = 0; place < keys.size(); place++) {
                mapping.put(keys.get(place).evaluate(scope), values.get(place).evaluate(scope));
            }
            return mapping;
        };
    }

    /** Attributes, subscripts and calls behind a value. */
    Expression postfix(Expression of) {
        Expression result = of;
        while (true) {
            if (tokens.skipOperator(".")) {
                result = attribute(result);
            } else if (tokens.skipOperator("[")) {
                result = subscript(result);
            } else if (tokens.seesOperator("(")) {
                result = new Call(result, arguments());
            } else {
                return result;
            }
        }
    }

    private Expression attribute(Expression of) {
        if (tokens.sees(Kind.INTEGER)) {
            Value place = whole(tokens.next().text());
            return scope -> Members.item(of.evaluate(scope), place);
        }
        String name = tokens.expect(Kind.NAME, "the name of an attribute").text();
        return scope -> Members.attribute(of.evaluate(scope), name);
    }

    private Expression subscript(Expression of) {
        Expression start = tokens.seesOperator(":") ? null : expressions.expression();
        if (tokens.skipOperator("]")) {
            return scope -> Members.item(of.evaluate(scope), start.evaluate(scope));
        }
        tokens.expectOperator(":");
        Expression stop = bound();
        Expression step = tokens.skipOperator(":") ? bound() : null;
        tokens.expectOperator("]");
        return scope ->
                Iteration.slice(of.evaluate(scope), value(start, scope), value(stop, scope), value(step, scope));
    }

    private Expression bound() {
        return tokens.seesOperator(":") || tokens.seesOperator("]") ? null : expressions.expression();
    }

    private static Value value(Expression bound, Scope scope) {
        return bound == null ? null : bound.evaluate(scope);
    }

    /** Arguments between parentheses. */
    CallArguments arguments() {
        tokens.expectOperator("(");
        List<Expression> positional = new ArrayList<>();
        Expression spread = null;
        Map<String, Expression> named = new LinkedHashMap<>();
        while (!tokens.seesOperator(")")) {
            if (tokens.sees(Kind.NAME) && tokens.ahead().is(Kind.OPERATOR, "=")) {
                String name = tokens.next().text();
                tokens.next();
                named.put(name, expressions.expression());
            } else if (spread == null && tokens.skipOperator("*")) {
                spread = expressions.expression();
            } else if (spread != null || !named.isEmpty()) {
                throw tokens.unexpected("an argument by name");
            } else {
                positional.add(expressions.expression());
            }
            if (!tokens.skipOperator(",")) {
                break;
            }
        }
        tokens.expectOperator(")");
        return new CallArguments(positional, spread, named);
    }

    /** Filters, tests and calls behind a value. */
    Expression filtered(Expression of) {
        Expression result = of;
        while (true) {
            if (tokens.skipOperator("|")) {
                result = filter(result);
            } else if (tokens.skipName("is")) {
                result = test(result);
            } else if (tokens.seesOperator("(")) {
                result = new Call(result, arguments());
            } else {
                return result;
            }
        }
    }

    /** The filter whose name comes next, over a value. */
    Expression filter(Expression of) {
        String name = tokens.expect(Kind.NAME, "the name of a filter").text();
        CallArguments arguments = tokens.seesOperator("(") ? arguments() : CallArguments.NONE;
        return scope -> Filters.apply(
                name, of.evaluate(scope), arguments.evaluate(scope), scope.run().allowance());
    }

    private Expression test(Expression of) {
        boolean negated = tokens.skipName("not");
        String name = tokens.expect(Kind.NAME, "the name of a test").text();
        CallArguments arguments = CallArguments.NONE;
        if (tokens.seesName("is")) {
            throw tokens.unexpected("something else than a further test");
        }
        if (tokens.seesOperator("(")) {
            arguments = arguments();
        } else if (beginsArgument()) {
            arguments = new CallArguments(List.of(postfix(primary())), null, Map.of());
        }
        CallArguments given = arguments;
        return scope -> Truth.of(Tests.holds(name, of.evaluate(scope), given.evaluate(scope)) != negated);
    }

    private boolean beginsArgument() {
        return switch (tokens.peek().kind()) {
            case NAME -> !NOT_ARGUMENTS.contains(tokens.peek().text());
            case STRING, INTEGER, FLOAT -> true;
            default -> tokens.seesOperator("[") || tokens.seesOperator("{");
        };
    }
}
