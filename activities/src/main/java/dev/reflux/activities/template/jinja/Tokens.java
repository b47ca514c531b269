package dev.reflux.activities.template.jinja;

import dev.reflux.activities.template.jinja.Token.Kind;
import dev.reflux.activities.template.python.TemplateFailure;
import java.util.List;

/** The words of a template, one after the other. */
final class Tokens {

    private final List<Token> tokens;
    private int at;

    Tokens(List<Token> tokens) {
        this.tokens = tokens;
    }

    Token peek() {
        return tokens.get(at);
    }

    Token ahead() {
        return tokens.get(Math.min(at + 1, tokens.size() - 1));
    }

    Token next() {
        Token token = tokens.get(at);
        at += token.kind() == Kind.END ? 0 : 1;
        return token;
    }

    int line() {
        return peek().line();
    }

    boolean sees(Kind kind) {
        return peek().kind() == kind;
    }

    boolean seesName(String name) {
        return peek().is(Kind.NAME, name);
    }

    boolean seesOperator(String operator) {
        return peek().is(Kind.OPERATOR, operator);
    }

    boolean skipName(String name) {
        return skip(seesName(name));
    }

    boolean skipOperator(String operator) {
        return skip(seesOperator(operator));
    }

    private boolean skip(boolean wanted) {
        at += wanted ? 1 : 0;
        return wanted;
    }

    Token expect(Kind kind, String what) {
        if (!sees(kind)) {
            throw unexpected(what);
        }
        return next();
    }

    void expectOperator(String operator) {
        if (!skipOperator(operator)) {
            throw unexpected(operator);
        }
    }

    void expectName(String name) {
        if (!skipName(name)) {
            throw unexpected(name);
        }
    }

    TemplateFailure unexpected(String wanted) {
        return new TemplateFailure(wanted + " must come here, got " + peek().text()).at(line());
    }
}
