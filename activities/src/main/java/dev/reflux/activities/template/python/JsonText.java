package dev.reflux.activities.template.python;

import java.util.List;

/** JSON as {@code json.dumps} writes it, with the defaults of the filter {@code tojson} in Hugging Face transformers. */
public final class JsonText {

    private final Format format;
    private final Allowance allowance;
    private final StringBuilder json = new StringBuilder();

    /**
     * How it is written.
     *
     * @param indent what a level is indented by; null for one line
     * @param ascii whether other characters are escaped
     */
    public record Format(String indent, String itemSeparator, String keySeparator, boolean ascii, boolean sortKeys) {}

    private JsonText(Format format, Allowance allowance) {
        this.format = format;
        this.allowance = allowance;
    }

    public static String write(Value value, Format format, Allowance allowance) {
        JsonText writing = new JsonText(format, allowance);
        writing.write(value, 0);
        allowance.make(writing.json.length());
        return writing.json.toString();
    }

    private void write(Value value, int level) {
        if (value instanceof Text text) {
            quoted(text.value());
        } else if (value instanceof Mapping mapping) {
            object(mapping, level + 1);
        } else if (value instanceof Listing list && list.isSequence() && list.kind() != Listing.Kind.RANGE) {
            array(list.items(), level + 1);
        } else {
            json.append(scalar(value));
        }
    }

    private static String scalar(Value value) {
        if (value == Nothing.NONE) {
            return "null";
        }
        if (value instanceof Truth truth) {
            return truth.truth() ? "true" : "false";
        }
        if (value instanceof Real real && !Double.isFinite(real.value())) {
            return Double.isNaN(real.value()) ? "NaN" : real.value() > 0 ? "Infinity" : "-Infinity";
        }
        if (value instanceof Whole || value instanceof Real) {
            return value.text();
        }
        throw new TemplateFailure("only plain values can be written as JSON, got '" + value.type() + "'"
                + (value instanceof Undefined missing ? ": " + missing.why() : ""));
    }

    private void array(List<Value> items, int level) {
        if (items.isEmpty()) {
            json.append("[]");
            return;
        }
        json.append('[');
        for (int place = 0; place < items.size(); place++) {
            separate(place, level);
            write(items.get(place), level);
        }
        line(level - 1);
        json.append(']');
    }

    private void object(Mapping mapping, int level) {
        if (mapping.size() == 0) {
            json.append("{}");
            return;
        }
        json.append('{');
        List<Value> keys = mapping.keys();
        if (format.sortKeys()) {
            keys.sort(Comparisons::order);
        }
        for (int place = 0; place < keys.size(); place++) {
            separate(place, level);
            Value key = keys.get(place);
            quoted(key instanceof Text text ? text.value() : scalar(key));
            json.append(format.keySeparator());
            write(mapping.get(key), level);
        }
        line(level - 1);
        json.append('}');
    }

    private void separate(int place, int level) {
        if (place > 0) {
            json.append(format.itemSeparator());
        }
        line(level);
    }

    private void line(int level) {
        if (format.indent() != null) {
            allowance.make((long) level * format.indent().length());
            json.append('\n').append(format.indent().repeat(level));
        }
    }

    private void quoted(String text) {
        json.append('"');
        for (int at = 0; at < text.length(); at++) {
            char letter = text.charAt(at);
            switch (letter) {
                case '"' -> json.append("\\\"");
                case '\\' -> json.append("\\\\");
                case '\n' -> json.append("\\n");
                case '\r' -> json.append("\\r");
                case '\t' -> json.append("\\t");
                case '\b' -> json.append("\\b");
                case '\f' -> json.append("\\f");
                default -> {
                    if (letter < ' ' || format.ascii() && letter > '~') {
                        json.append(String.format("\\u%04x", (int) letter));
                    } else {
                        json.append(letter);
                    }
                }
            }
        }
        json.append('"');
    }
}
