package dev.reflux.config.grammar;

import dev.reflux.config.Key;
import dev.reflux.config.MergePlan;
import dev.reflux.config.StagePlan;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** One key of a mapping: its name, the type of its value and what {@link Key} says of it. */
record Slot(String name, Type type, Key key, boolean isElement) {

    boolean isRequired() {
        return key.otherwise().equals(Key.REQUIRED);
    }

    /** True where a value is written down for it, so that leaving the key out means that value. */
    boolean hasDefault() {
        return !isElement && !isRequired() && !key.otherwise().equals(Key.ABSENT);
    }

    boolean isList() {
        return type instanceof ParameterizedType list && list.getRawType() == List.class;
    }

    boolean isMap() {
        return type instanceof ParameterizedType map && map.getRawType() == Map.class;
    }

    Class<?> rawType() {
        return (Class<?>) (type instanceof ParameterizedType parameterized ? parameterized.getRawType() : type);
    }

    /** What an item of this list must be; bounds and patterns of the key hold for each item. */
    Slot element() {
        return new Slot(name, ((ParameterizedType) type).getActualTypeArguments()[0], key, true);
    }

    /** What a value of this map must be; bounds and patterns of the key hold for each value. */
    Slot mapped() {
        return new Slot(name, ((ParameterizedType) type).getActualTypeArguments()[1], key, true);
    }

    boolean isWhole() {
        Class<?> raw = rawType();
        return raw == int.class || raw == Integer.class || raw == long.class || raw == Long.class;
    }

    boolean isFraction() {
        return rawType() == double.class || rawType() == Double.class;
    }

    boolean isFlag() {
        return rawType() == boolean.class || rawType() == Boolean.class;
    }

    /** What the value must be, in the words of messages and of the reference. */
    String kind() {
        Class<?> raw = rawType();
        if (isList()) {
            return "a list";
        } else if (isMap()) {
            return "a mapping";
        } else if (isWhole()) {
            return "a whole number";
        } else if (isFraction()) {
            return "a number";
        } else if (isFlag()) {
            return "true or false";
        } else if (raw == Duration.class) {
            return "a duration";
        } else if (raw.isEnum()) {
            return "one of " + String.join(", ", KebabName.all(raw));
        } else if (raw.isRecord()) {
            return "a mapping";
        } else if (raw == String.class) {
            return "text";
        }
        throw new IllegalStateException("The grammar cannot read " + type + " of key " + name);
    }

    /** A value that would be accepted in most campaigns, as it is written in YAML. */
    String example() {
        if (hasDefault()) {
            return key.otherwise();
        } else if (isList()) {
            return "[" + element().example() + "]";
        } else if (isMap()) {
            return "{name: " + mapped().example() + "}";
        } else if (isWhole() || isFraction()) {
            return NumberRange.of(this).example(isWhole());
        } else if (isFlag()) {
            return "true";
        } else if (rawType() == Duration.class) {
            return "60s";
        } else if (rawType().isEnum()) {
            return KebabName.all(rawType()).get(0);
        } else if (key.secret()) {
            return "${API_KEY}";
        }
        return isMapping() ? "{…}" : "…";
    }

    /** False where a name alone may stand for the mapping. */
    private boolean isMapping() {
        Class<?> raw = rawType();
        boolean isNamedItem = raw == StagePlan.class || raw == MergePlan.class;
        return !isNamedItem && raw.isRecord() && RecordShape.of(raw).shorthand().isEmpty();
    }
}
