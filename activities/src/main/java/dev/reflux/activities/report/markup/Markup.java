package dev.reflux.activities.report.markup;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One element of HTML or SVG. Texts and attribute values are escaped when it is written, and there is no way to put raw
 * markup in; what is written is well-formed XML as well as HTML.
 */
public final class Markup {
    private static final List<String> VOID = List.of("meta", "br", "hr", "link");

    private final String name;
    private final Map<String, String> attributes = new LinkedHashMap<>();
    private final List<Object> children = new ArrayList<>();

    private Markup(String name) {
        this.name = name;
    }

    public static Markup of(String name, Markup... children) {
        return new Markup(name).add(children);
    }

    /** An element that holds nothing but a text. */
    public static Markup text(String name, String text) {
        return new Markup(name).say(text);
    }

    public Markup with(String attribute, Object value) {
        attributes.put(attribute, value.toString());
        return this;
    }

    /** Sets the attribute {@code class}. */
    public Markup as(String styleClass) {
        return with("class", styleClass);
    }

    public Markup add(Markup... more) {
        return add(List.of(more));
    }

    public Markup add(Collection<Markup> more) {
        children.addAll(more);
        return this;
    }

    /** Appends a text, to be escaped. */
    public Markup say(String text) {
        children.add(text);
        return this;
    }

    /** True if nothing has been put into it. */
    public boolean isEmpty() {
        return children.isEmpty();
    }

    @Override
    public String toString() {
        StringBuilder page = new StringBuilder();
        writeTo(page);
        return page.toString();
    }

    private void writeTo(StringBuilder page) {
        page.append('<').append(name);
        attributes.forEach((attribute, value) -> page.append(' ')
                .append(attribute)
                .append("=\"")
                .append(escape(value))
                .append('"'));
        if (VOID.contains(name)) {
            page.append("/>");
            return;
        }
        page.append('>');
        for (Object child : children) {
            if (child instanceof Markup element) {
                element.writeTo(page);
            } else {
                page.append(escape(child.toString()));
            }
        }
        page.append("</").append(name).append('>');
    }

    private static String escape(String text) {
        StringBuilder escaped = new StringBuilder(text.length());
        text.codePoints().forEach(point -> {
            switch (point) {
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '&' -> escaped.append("&amp;");
                case '"' -> escaped.append("&quot;");
                case '\'' -> escaped.append("&#39;");
                default -> escaped.appendCodePoint(isAllowed(point) ? point : 0xFFFD);
            }
        });
        return escaped.toString();
    }

    /** The characters of XML 1.0: control characters and lone surrogates of a sample would make the page unreadable. */
    private static boolean isAllowed(int point) {
        return point == '\t'
                || point == '\n'
                || point == '\r'
                || point >= 0x20 && point <= 0xD7FF
                || point >= 0xE000 && point <= 0xFFFD
                || point >= 0x10000;
    }
}
