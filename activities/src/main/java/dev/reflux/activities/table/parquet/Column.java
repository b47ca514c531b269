package dev.reflux.activities.table.parquet;

import com.fasterxml.jackson.databind.JsonNode;
import dev.reflux.activities.table.Surrogates;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** The type that all values seen at one place have, and the types below it. */
final class Column {

    private static final long WHOLE_IN_DOUBLE = 1L << 53;
    private static final int MOST_FIELDS = 1_000;

    /** What a value is; a place where only null was seen is text. */
    private enum Type {
        NOTHING("null"),
        TEXT("text"),
        TRUTH("true or false"),
        WHOLE("a whole number"),
        FRACTION("a number"),
        LIST("a list"),
        OBJECT("an object");

        private final String words;

        Type(String words) {
            this.words = words;
        }
    }

    private final String path;
    private final Map<String, Column> fields = new LinkedHashMap<>();
    private final Map<String, String> spellings = new TreeMap<>();
    private Type type = Type.NOTHING;
    private Column element;
    private boolean tooLongForDouble;

    private Column(String path) {
        this.path = path;
    }

    /** The place of whole rows. */
    static Column ofRows() {
        return new Column("");
    }

    /** Takes a value in, with all that is below it. */
    void take(JsonNode value) throws UnholdableException {
        Type seen = typeOf(value);
        if (seen == Type.NOTHING) {
            return;
        }
        type = merged(seen);
        if (seen == Type.LIST) {
            takeElements(value);
        } else if (seen == Type.OBJECT) {
            takeFields(value);
        }
    }

    private Type merged(Type seen) throws UnholdableException {
        if (type == Type.NOTHING || type == seen) {
            return checkedNumber(seen);
        }
        boolean numbers =
                (type == Type.WHOLE || type == Type.FRACTION) && (seen == Type.WHOLE || seen == Type.FRACTION);
        if (!numbers) {
            throw new UnholdableException(
                    path, "must be of one type in all rows, got " + seen.words + " after " + type.words);
        }
        return checkedNumber(Type.FRACTION);
    }

    private Type checkedNumber(Type merged) throws UnholdableException {
        if (merged == Type.FRACTION && tooLongForDouble) {
            throw new UnholdableException(path, "must hold either fractions or whole numbers beyond 2^53, got both");
        }
        return merged;
    }

    private Type typeOf(JsonNode value) throws UnholdableException {
        return switch (value.getNodeType()) {
            case NULL, MISSING -> Type.NOTHING;
            case BOOLEAN -> Type.TRUTH;
            case ARRAY -> Type.LIST;
            case OBJECT -> Type.OBJECT;
            case NUMBER -> number(value);
            case STRING -> text(value.textValue());
            default -> throw new UnholdableException(path, "must be a JSON value, got " + value.getNodeType());
        };
    }

    private Type text(String text) throws UnholdableException {
        if (Surrogates.firstLone(text) >= 0) {
            throw new UnholdableException(path, "must be what UTF-8 can hold, got half a surrogate pair");
        }
        return Type.TEXT;
    }

    private Type number(JsonNode value) throws UnholdableException {
        if (value.isIntegralNumber() && value.canConvertToLong()) {
            tooLongForDouble |= value.longValue() > WHOLE_IN_DOUBLE || value.longValue() < -WHOLE_IN_DOUBLE;
            return Type.WHOLE;
        }
        if (!holdsInDouble(value)) {
            throw new UnholdableException(path, "must have no more digits than 64 bits hold, got " + value.asText());
        }
        return Type.FRACTION;
    }

    private static boolean holdsInDouble(JsonNode value) {
        double nearest = value.doubleValue();
        if (!Double.isFinite(nearest)) {
            return false;
        }
        return value.isDouble()
                || value.isFloat()
                || BigDecimal.valueOf(nearest).compareTo(value.decimalValue()) == 0;
    }

    private void takeElements(JsonNode list) throws UnholdableException {
        if (element == null) {
            element = new Column(path + "[]");
        }
        for (JsonNode value : list) {
            element.take(value);
        }
    }

    private void takeFields(JsonNode object) throws UnholdableException {
        if (object.isEmpty() && !path.isEmpty()) {
            throw new UnholdableException(path, "must be an object with at least one field, got {}");
        }
        for (Map.Entry<String, JsonNode> field : object.properties()) {
            Column known = fields.get(field.getKey());
            Column column = known == null ? added(field.getKey()) : known;
            column.take(field.getValue());
        }
    }

    private Column added(String name) throws UnholdableException {
        String below = path.isEmpty() ? name : path + "." + name;
        String other = spellings.putIfAbsent(name.toLowerCase(Locale.ROOT), name);
        if (other != null || name.isEmpty() || name.indexOf('\0') >= 0 || Surrogates.firstLone(name) >= 0) {
            throw new UnholdableException(
                    below, "must have a name of its own, whatever the case, got '" + name + "' beside '" + other + "'");
        }
        if (fields.size() == MOST_FIELDS) {
            throw new UnholdableException(below, "must be one of at most " + MOST_FIELDS + " fields, got more");
        }
        Column column = new Column(below);
        fields.put(name, column);
        return column;
    }

    Map<String, Column> fields() {
        return fields;
    }

    /** The type as SQL has it. */
    String sql() {
        return switch (type) {
            case NOTHING, TEXT -> "VARCHAR";
            case TRUTH -> "BOOLEAN";
            case WHOLE -> "BIGINT";
            case FRACTION -> "DOUBLE";
            case LIST -> element.sql() + "[]";
            case OBJECT -> struct();
        };
    }

    private String struct() {
        StringBuilder struct = new StringBuilder("STRUCT(");
        fields.forEach((name, column) -> struct.append(struct.length() > 7 ? ", " : "")
                .append('"')
                .append(name.replace("\"", "\"\""))
                .append("\" ")
                .append(column.sql()));
        return struct.append(')').toString();
    }
}
