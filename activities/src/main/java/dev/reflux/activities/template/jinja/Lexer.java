package dev.reflux.activities.template.jinja;

import dev.reflux.activities.template.jinja.Token.Kind;
import dev.reflux.activities.template.python.Characters;
import dev.reflux.activities.template.python.TemplateFailure;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Cuts a template into data and words, with Jinja's rules for white space where {@code trim_blocks} and {@code lstrip_blocks} are set:
 * the line end behind a block goes, and so does what stands before a block alone on its line.
 */
final class Lexer {

    private static final Pattern LINE_END = Pattern.compile("\\r\\n|\\r");
    private static final Pattern RAW = Pattern.compile("\\s*raw\\s*(-%}\\s*|%})", Pattern.UNICODE_CHARACTER_CLASS);
    private static final Pattern RAW_END =
            Pattern.compile("\\{%([-+]?)\\s*endraw\\s*(\\+%}|-%}\\s*|%}\\n?)", Pattern.UNICODE_CHARACTER_CLASS);

    private final String source;
    private final List<Token> tokens = new ArrayList<>();
    private int position;
    private int line = 1;
    private boolean lineStarting = true;

    private Lexer(String source) {
        String even = LINE_END.matcher(source).replaceAll("\n");
        this.source = even.endsWith("\n") ? even.substring(0, even.length() - 1) : even;
    }

    static List<Token> tokens(String source) {
        Lexer lexer = new Lexer(source);
        while (lexer.position < lexer.source.length()) {
            lexer.next();
        }
        lexer.add(Kind.END, "end of template");
        return lexer.tokens;
    }

    private void add(Kind kind, String text) {
        tokens.add(new Token(kind, text, line));
    }

    private void next() {
        int tag = tag();
        if (tag < 0) {
            add(Kind.DATA, source.substring(position));
            position = source.length();
            return;
        }
        char kind = source.charAt(tag + 1);
        String sign = sign(tag + 2);
        data(source.substring(position, tag), sign, kind != '{');
        moveTo(tag + 2 + sign.length());
        lineStarting = false;
        switch (kind) {
            case '#' -> comment();
            case '{' -> words(Kind.VARIABLE_BEGIN, Kind.VARIABLE_END);
            default -> block();
        }
    }

    private int tag() {
        for (int at = position; at < source.length() - 1; at++) {
            char second = source.charAt(at + 1);
            if (source.charAt(at) == '{' && (second == '{' || second == '%' || second == '#')) {
                return at;
            }
        }
        return -1;
    }

    private String sign(int at) {
        return source.startsWith("-", at) || source.startsWith("+", at) ? source.substring(at, at + 1) : "";
    }

    private void data(String text, String sign, boolean ofBlock) {
        String kept = text;
        if (sign.equals("-")) {
            kept = Characters.stripEnd(text);
        } else if (sign.isEmpty() && ofBlock) {
            int start = text.lastIndexOf('\n') + 1;
            boolean alone = start > 0 || lineStarting;
            kept = alone && text.substring(start).codePoints().allMatch(Characters::isSpace)
                    ? text.substring(0, start)
                    : text;
        }
        if (!kept.isEmpty()) {
            add(Kind.DATA, kept);
        }
    }

    private void moveTo(int place) {
        for (int at = position; at < place; at++) {
            line += source.charAt(at) == '\n' ? 1 : 0;
        }
        lineStarting = place > position && source.charAt(place - 1) == '\n';
        position = place;
    }

    private void comment() {
        int end = source.indexOf("#}", position);
        if (end < 0) {
            throw new TemplateFailure("a comment must end in #}, and does not").at(line);
        }
        char before = end > position ? source.charAt(end - 1) : ' ';
        moveTo(end + 2);
        closed(before);
    }

    /** Takes the white space behind a tag. */
    private void closed(char sign) {
        int end = position;
        if (sign == '-') {
            while (end < source.length() && Characters.isSpace(source.charAt(end))) {
                end++;
            }
        } else if (sign != '+' && source.startsWith("\n", position)) {
            end++;
        }
        moveTo(end);
    }

    private void block() {
        Matcher raw = RAW.matcher(source).region(position, source.length());
        if (!raw.lookingAt()) {
            words(Kind.BLOCK_BEGIN, Kind.BLOCK_END);
            return;
        }
        moveTo(raw.end());
        Matcher end = RAW_END.matcher(source);
        if (!end.find(position)) {
            throw new TemplateFailure("raw must end in endraw, and does not").at(line);
        }
        data(source.substring(position, end.start()), end.group(1), true);
        moveTo(end.end());
    }

    private void words(Kind begin, Kind end) {
        add(begin, begin == Kind.BLOCK_BEGIN ? "{%" : "{{");
        String mark = end == Kind.BLOCK_END ? "%}" : "}}";
        WordLexer words = new WordLexer(source, position, line, mark);
        words.readInto(tokens);
        moveTo(words.position());
        add(end, mark);
        char sign = source.charAt(position - mark.length() - 1);
        boolean signed = words.endsWithSign();
        closed(signed ? sign : end == Kind.BLOCK_END ? ' ' : '+');
    }
}
