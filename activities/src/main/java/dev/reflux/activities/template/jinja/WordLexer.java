package dev.reflux.activities.template.jinja;

import dev.reflux.activities.template.jinja.Token.Kind;
import dev.reflux.activities.template.python.Characters;
import dev.reflux.activities.template.python.TemplateFailure;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Cuts what stands between the marks of one tag into words. */
final class WordLexer {

    private static final Pattern FLOAT =
            Pattern.compile("(?:\\d+_)*\\d+(?:(?:\\.(?:\\d+_)*\\d+)?[eE][+-]?(?:\\d+_)*\\d+|\\.(?:\\d+_)*\\d+)");
    private static final Pattern INTEGER =
            Pattern.compile("0[bB](?:_?[01])+|0[oO](?:_?[0-7])+|0[xX](?:_?[0-9a-fA-F])+|[1-9](?:_?\\d)*|0(?:_?0)*");
    private static final Pattern NAME = Pattern.compile("[\\p{L}_][\\p{L}\\p{M}\\p{N}_]*");
    private static final Pattern STRING =
            Pattern.compile("'[^'\\\\]*+(?:\\\\.[^'\\\\]*+)*+'|\"[^\"\\\\]*+(?:\\\\.[^\"\\\\]*+)*+\"", Pattern.DOTALL);
    private static final Pattern OPERATOR = Pattern.compile("\\*\\*|//|==|!=|>=|<=|[-+/*%~\\[\\](){}><=.:|,;]");

    private final String source;
    private final String end;
    private final Deque<Character> open = new ArrayDeque<>();
    private final Matcher matcher;
    private int position;
    private int line;
    private boolean signed;

    WordLexer(String source, int position, int line, String end) {
        this.source = source;
        this.position = position;
        this.line = line;
        this.end = end;
        this.matcher = NAME.matcher(source);
    }

    /** Where the tag ends, behind its mark. */
    int position() {
        return position;
    }

    /** Whether the mark at the end has a sign before it. */
    boolean endsWithSign() {
        return signed;
    }

    void readInto(List<Token> tokens) {
        int start = line;
        while (!isAtEnd()) {
            if (position >= source.length()) {
                throw new TemplateFailure("a tag must end in " + end + ", and does not").at(start);
            }
            char letter = source.charAt(position);
            if (Characters.isSpace(letter)) {
                line += letter == '\n' ? 1 : 0;
                position++;
            } else {
                tokens.add(word());
            }
        }
    }

    private boolean isAtEnd() {
        if (!open.isEmpty()) {
            return false;
        }
        boolean plus = end.equals("%}") && source.startsWith("+" + end, position);
        signed = plus || source.startsWith("-" + end, position);
        boolean ended = signed || source.startsWith(end, position);
        position += ended ? end.length() + (signed ? 1 : 0) : 0;
        return ended;
    }

    private Token word() {
        if (looksAt(FLOAT) && (position == 0 || source.charAt(position - 1) != '.')) {
            return take(Kind.FLOAT);
        }
        if (looksAt(INTEGER)) {
            return take(Kind.INTEGER);
        }
        if (looksAt(NAME)) {
            return take(Kind.NAME);
        }
        if (looksAt(STRING)) {
            Token quoted = take(Kind.STRING);
            line += (int) quoted.text().chars().filter(letter -> letter == '\n').count();
            String inside = quoted.text().substring(1, quoted.text().length() - 1);
            return new Token(Kind.STRING, Escapes.read(inside, quoted.line()), quoted.line());
        }
        if (looksAt(OPERATOR)) {
            Token operator = take(Kind.OPERATOR);
            balance(operator.text().charAt(0));
            return operator;
        }
        throw new TemplateFailure("a tag must be made of names, values and operators, got "
                        + Character.toString(source.codePointAt(position)))
                .at(line);
    }

    private boolean looksAt(Pattern pattern) {
        return matcher.usePattern(pattern).region(position, source.length()).lookingAt();
    }

    private Token take(Kind kind) {
        position = matcher.end();
        return new Token(kind, matcher.group().intern(), line);
    }

    private void balance(char bracket) {
        switch (bracket) {
            case '(' -> open.push(')');
            case '[' -> open.push(']');
            case '{' -> open.push('}');
            case ')', ']', '}' -> {
                if (open.isEmpty() || open.pop() != bracket) {
                    throw new TemplateFailure("brackets must close in the order they open, got " + bracket).at(line);
                }
            }
            default -> {}
        }
    }
}
