package dev.reflux.activities.template.jinja;

import dev.reflux.activities.template.jinja.Token.Kind;
import dev.reflux.activities.template.python.Operators;
import dev.reflux.activities.template.python.Text;
import dev.reflux.activities.template.python.Truth;
import dev.reflux.activities.template.python.Undefined;
import dev.reflux.activities.template.python.Value;
import java.util.ArrayList;
import java.util.List;

/** Reads expressions by Jinja's precedence: from conditional over {@code or}, {@code and}, {@code not} down to powers and signs. */
final class ExpressionParser {

    private static final List<String> COMPARISONS = List.of("==", "!=", "<", "<=", ">", ">=");

    private final Tokens tokens;
    private final PrimaryParser primary;

    ExpressionParser(Tokens tokens) {
        this.tokens = tokens;
        this.primary = new PrimaryParser(tokens, this);
    }

    PrimaryParser primary() {
        return primary;
    }

    /** One expression, a conditional one included. */
    Expression expression() {
        Expression result = disjunction();
        while (tokens.skipName("if")) {
            Expression condition = disjunction();
            Expression otherwise = tokens.skipName("else")
                    ? expression()
                    : new Constant(new Undefined("the inline if was false and has no else"));
            Expression chosen = result;
            result = scope -> condition.evaluate(scope).truth() ? chosen.evaluate(scope) : otherwise.evaluate(scope);
        }
        return result;
    }

    /** One expression or, where commas follow, a tuple of them; empty where it may be and {@code )} or the tag's end comes. */
    Expression tuple(boolean conditional) {
        List<Expression> items = new ArrayList<>();
        boolean comma = false;
        while (!isTupleEnd()) {
            items.add(conditional ? expression() : disjunction());
            if (!tokens.skipOperator(",")) {
                break;
            }
            comma = true;
        }
        return items.size() == 1 && !comma ? items.get(0) : PrimaryParser.tuple(items);
    }

    private boolean isTupleEnd() {
        return tokens.sees(Kind.VARIABLE_END) || tokens.sees(Kind.BLOCK_END) || tokens.seesOperator(")");
    }

    /** One expression without a conditional. */
    Expression disjunction() {
        Expression left = conjunction();
        while (tokens.skipName("or")) {
            Expression first = left;
            Expression second = conjunction();
            left = scope -> {
                Value value = first.evaluate(scope);
                return value.truth() ? value : second.evaluate(scope);
            };
        }
        return left;
    }

    private Expression conjunction() {
        Expression left = negation();
        while (tokens.skipName("and")) {
            Expression first = left;
            Expression second = negation();
            left = scope -> {
                Value value = first.evaluate(scope);
                return value.truth() ? second.evaluate(scope) : value;
            };
        }
        return left;
    }

    private Expression negation() {
        if (!tokens.skipName("not")) {
            return comparison();
        }
        Expression negated = negation();
        return scope -> Truth.of(!negated.evaluate(scope).truth());
    }

    private Expression comparison() {
        Expression first = sum();
        List<Comparison.Link> links = new ArrayList<>();
        while (true) {
            if (tokens.sees(Kind.OPERATOR) && COMPARISONS.contains(tokens.peek().text())) {
                links.add(new Comparison.Link(tokens.next().text(), sum()));
            } else if (tokens.skipName("in")) {
                links.add(new Comparison.Link("in", sum()));
            } else if (tokens.seesName("not") && tokens.ahead().is(Kind.NAME, "in")) {
                tokens.next();
                tokens.next();
                links.add(new Comparison.Link("not in", sum()));
            } else {
                return links.isEmpty() ? first : new Comparison(first, links);
            }
        }
    }

    private Expression sum() {
        Expression left = concatenation();
        while (tokens.seesOperator("+") || tokens.seesOperator("-")) {
            boolean plus = tokens.next().text().equals("+");
            Expression first = left;
            Expression second = concatenation();
            left = plus
                    ? scope -> Operators.add(
                            first.evaluate(scope),
                            second.evaluate(scope),
                            scope.run().allowance())
                    : scope -> Operators.subtract(first.evaluate(scope), second.evaluate(scope));
        }
        return left;
    }

    private Expression concatenation() {
        Expression first = product();
        if (!tokens.seesOperator("~")) {
            return first;
        }
        List<Expression> parts = new ArrayList<>(List.of(first));
        while (tokens.skipOperator("~")) {
            parts.add(product());
        }
        return scope -> {
            StringBuilder text = new StringBuilder();
            parts.forEach(part -> text.append(part.evaluate(scope).text()));
            return scope.run().allowance().made(new Text(text.toString()));
        };
    }

    private Expression product() {
        Expression left = power();
        while (tokens.seesOperator("*")
                || tokens.seesOperator("/")
                || tokens.seesOperator("//")
                || tokens.seesOperator("%")) {
            left = product(left, tokens.next().text(), power());
        }
        return left;
    }

    private static Expression product(Expression first, String operator, Expression second) {
        return switch (operator) {
            case "*" ->
                scope -> Operators.multiply(
                        first.evaluate(scope),
                        second.evaluate(scope),
                        scope.run().allowance());
            case "/" -> scope -> Operators.divide(first.evaluate(scope), second.evaluate(scope));
            case "//" -> scope -> Operators.floorDivide(first.evaluate(scope), second.evaluate(scope));
            default -> scope -> Operators.modulo(first.evaluate(scope), second.evaluate(scope));
        };
    }

    private Expression power() {
        Expression left = sign(true);
        while (tokens.skipOperator("**")) {
            Expression first = left;
            Expression second = sign(true);
            left = scope -> Operators.power(first.evaluate(scope), second.evaluate(scope));
        }
        return left;
    }

    /** A signed value; a filter behind it takes the signed one. */
    private Expression sign(boolean filtered) {
        Expression value;
        if (tokens.skipOperator("-")) {
            Expression negated = sign(false);
            value = scope -> Operators.negate(negated.evaluate(scope));
        } else if (tokens.skipOperator("+")) {
            Expression same = sign(false);
            value = scope -> Operators.negate(Operators.negate(same.evaluate(scope)));
        } else {
            value = primary.primary();
        }
        Expression whole = primary.postfix(value);
        return filtered ? primary.filtered(whole) : whole;
    }
}
