package dev.reflux.activities.template.jinja;

import dev.reflux.activities.template.jinja.Statement.Block;
import dev.reflux.activities.template.jinja.Statement.Flow;
import dev.reflux.activities.template.jinja.Token.Kind;
import dev.reflux.activities.template.python.TemplateFailure;
import dev.reflux.activities.template.python.Text;
import java.util.ArrayList;
import java.util.List;

/** Reads a template's blocks into a tree; a block it does not know is an error. */
final class StatementParser {

    private static final Block EMPTY = new Block(List.of());

    private final Tokens tokens;
    private final ExpressionParser expressions;
    private final SetParser sets;
    private int loops;
    private boolean sawGeneration;

    StatementParser(List<Token> words) {
        this.tokens = new Tokens(words);
        this.expressions = new ExpressionParser(tokens);
        this.sets = new SetParser(tokens, expressions, this);
    }

    Block template() {
        Block block = new Block(statements());
        if (!tokens.sees(Kind.END)) {
            throw tokens.unexpected("a block that was opened before this end of one");
        }
        return block;
    }

    /** Up to the block that ends it, whose mark is taken and whose name is not. */
    private List<Statement> statements(String... ends) {
        List<Statement> statements = new ArrayList<>();
        while (!tokens.sees(Kind.END)) {
            Token token = tokens.next();
            if (token.kind() == Kind.DATA) {
                statements.add(data(token.text()));
            } else if (token.kind() == Kind.VARIABLE_BEGIN) {
                statements.add(Statement.at(token.line(), output()));
            } else if (List.of(ends).contains(tokens.peek().text())) {
                return statements;
            } else {
                statements.add(Statement.at(token.line(), statement()));
            }
        }
        if (ends.length > 0) {
            throw tokens.unexpected(String.join(" or ", ends));
        }
        return statements;
    }

    private static Statement data(String text) {
        return (scope, out) -> {
            scope.run().write(text, out);
            return Flow.NEXT;
        };
    }

    private Statement output() {
        Expression written = expressions.tuple(true);
        tokens.expect(Kind.VARIABLE_END, "}}");
        return (scope, out) -> {
            scope.run().write(written.evaluate(scope).text(), out);
            return Flow.NEXT;
        };
    }

    private Statement statement() {
        Token name = tokens.expect(Kind.NAME, "the name of a block");
        return switch (name.text()) {
            case "if" -> condition();
            case "for" -> loop();
            case "set" -> sets.assignment();
            case "macro" -> sets.macro();
            case "call" -> sets.call();
            case "filter" -> sets.filter();
            case "with" -> sets.with();
            case "generation" -> generation();
            case "break" -> leave(Flow.BREAK, name);
            case "continue" -> leave(Flow.CONTINUE, name);
            default -> throw new TemplateFailure("block '" + name.text() + "' is not supported").at(name.line());
        };
    }

    private Statement condition() {
        Expression condition = expressions.tuple(false);
        close();
        Block then = new Block(statements("elif", "else", "endif"));
        Token next = tokens.next();
        Statement otherwise = EMPTY;
        if (next.text().equals("elif")) {
            otherwise = Statement.at(next.line(), condition());
        } else if (next.text().equals("else")) {
            close();
            otherwise = body("endif");
        } else {
            close();
        }
        Statement last = otherwise;
        return (scope, out) -> condition.evaluate(scope).truth() ? then.execute(scope, out) : last.execute(scope, out);
    }

    private Statement loop() {
        Target target = sets.target();
        tokens.expectName("in");
        Expression items = expressions.tuple(false);
        Expression condition = tokens.skipName("if") ? expressions.expression() : null;
        if (tokens.seesName("recursive")) {
            throw new TemplateFailure("recursive loops are not supported").at(tokens.line());
        }
        close();
        loops++;
        Block body = new Block(statements("endfor", "else"));
        loops--;
        boolean hasOtherwise = tokens.next().text().equals("else");
        close();
        return new ForLoop(target, items, condition, body, hasOtherwise ? body("endfor") : EMPTY);
    }

    private Statement leave(Flow flow, Token name) {
        if (loops == 0) {
            throw new TemplateFailure(name.text() + " must stand in a loop").at(name.line());
        }
        close();
        return (scope, out) -> flow;
    }

    /** Whether there was a generation block. */
    boolean sawGeneration() {
        return sawGeneration;
    }

    private Statement generation() {
        sawGeneration = true;
        close();
        Block body = closedBody("endgeneration");
        return (scope, out) -> {
            int start = out.length();
            body.execute(scope.inner(), out);
            scope.run().generated(out, start);
            return Flow.NEXT;
        };
    }

    /** What stands up to a block's end, which is taken. */
    Block body(String end) {
        List<Statement> statements = statements(end);
        tokens.next();
        close();
        return new Block(statements);
    }

    /** The same where no loop around it can be left from within. */
    Block closedBody(String end) {
        int around = loops;
        loops = 0;
        Block body = body(end);
        loops = around;
        return body;
    }

    void close() {
        tokens.expect(Kind.BLOCK_END, "%}");
    }

    static Text text(Block body, Scope scope) {
        return new Text(body.text(scope));
    }
}
