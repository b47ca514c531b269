package dev.reflux.config.grammar;

import dev.reflux.config.Environment;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.Tag;
import org.snakeyaml.engine.v2.schema.CoreSchema;

/**
 * Reads single values. Placeholders in text are kept and only checked; in anything else they are resolved. A resolved
 * value is never shown: the variable may hold a key.
 */
final class ScalarReader {

    /** A duration that is more than nothing and fits any timer. */
    static final String DURATION_PATTERN = "^[1-9][0-9]{0,8}(ms|s|m|h)$";

    /** Text in which every {@code ${} begins a placeholder. */
    static final String TEXT_PATTERN = "^(?![\\s\\S]*(?!" + Environment.PLACEHOLDER_PATTERN + ")\\$\\{)";

    /** One placeholder without a default, or with an empty one: a default in a file would be a key in a file. */
    static final String SECRET_PATTERN = "^\\$\\{[A-Za-z_][A-Za-z0-9_]*(:-)?\\}$";

    private static final Pattern PLACEHOLDER = Pattern.compile(Environment.PLACEHOLDER_PATTERN);
    private static final Pattern TEXT = Pattern.compile(TEXT_PATTERN);
    private static final Pattern DECIMAL = Pattern.compile("[-+]?(\\.[0-9]+|[0-9]+(\\.[0-9]*)?)([eE][-+]?[0-9]+)?");

    private final Environment environment;

    ScalarReader(Environment environment) {
        this.environment = environment;
    }

    /** A value as YAML understands it, and how a message may show it. */
    private record Value(Tag tag, String text, String shown) {}

    Object read(Slot slot, Node node, Place place) {
        if (slot.key().secret()) {
            return secret(node, place);
        }
        Class<?> type = slot.rawType();
        if (type == String.class) {
            return text(slot, node, place);
        }
        Value value = resolved(slot, node, place);
        if (slot.isWhole() || slot.isFraction()) {
            return number(slot, value, place);
        } else if (slot.isFlag()) {
            return flag(slot, value, place);
        } else if (type == Duration.class) {
            return duration(slot, value, place);
        }
        return constant(slot, value, place);
    }

    private String secret(Node node, Place place) {
        if (!(node instanceof ScalarNode scalar) || !scalar.getValue().matches(SECRET_PATTERN)) {
            throw place.refuse(
                    "must be one placeholder such as ${API_KEY}",
                    "something else, which is not shown",
                    "put the secret into an environment variable and write its name as ${NAME} or ${NAME:-}");
        }
        resolve(scalar.getValue(), place);
        return scalar.getValue();
    }

    private String text(Slot slot, Node node, Place place) {
        if (!(node instanceof ScalarNode scalar) || !Written.isText(node)) {
            boolean quotable = node instanceof ScalarNode && !Written.isNothing(node);
            String remedy = quotable ? "put it in quotes" : orLeaveOut(slot, "write text");
            throw place.refuse("must be text", Written.show(node), remedy);
        }
        String text = scalar.getValue();
        if (!TEXT.matcher(text).find()) {
            throw place.refuse(
                    "must write each placeholder as ${NAME} or ${NAME:-default}",
                    Written.show(node),
                    "use letters, digits and underscores in the name");
        }
        resolve(text, place);
        return text;
    }

    private Value resolved(Slot slot, Node node, Place place) {
        if (!(node instanceof ScalarNode scalar)) {
            throw wrong(slot, Written.show(node), place);
        }
        String text = scalar.getValue();
        if (!PLACEHOLDER.matcher(text).find()) {
            return new Value(scalar.getTag(), text, Written.show(node));
        }
        String resolved = resolve(text, place);
        return new Value(
                new CoreSchema().getScalarResolver().resolve(resolved, true),
                resolved,
                "the value of " + Written.clip(text));
    }

    private String resolve(String text, Place place) {
        try {
            return environment.resolve(text);
        } catch (Environment.MissingVariableException e) {
            throw place.refuse(e.getMessage());
        }
    }

    private Object number(Slot slot, Value value, Place place) {
        boolean isNumber = value.tag().equals(Tag.INT) || value.tag().equals(Tag.FLOAT);
        if (!isNumber || !DECIMAL.matcher(value.text()).matches()) {
            throw wrong(slot, value.shown(), place);
        }
        BigDecimal number = new BigDecimal(value.text());
        NumberRange range = NumberRange.of(slot);
        if (!range.contains(number)) {
            throw place.refuse(range.rule(number), value.shown(), "write a number such as " + slot.example());
        }
        if (slot.isFraction()) {
            return number.doubleValue();
        }
        if (number.stripTrailingZeros().scale() > 0) {
            throw wrong(slot, value.shown(), place);
        }
        boolean isLong = slot.rawType() == long.class || slot.rawType() == Long.class;
        return isLong ? (Object) number.longValueExact() : (Object) number.intValueExact();
    }

    private Boolean flag(Slot slot, Value value, Place place) {
        if (!value.tag().equals(Tag.BOOL)) {
            throw wrong(slot, value.shown(), place);
        }
        return Boolean.valueOf(value.text());
    }

    private Duration duration(Slot slot, Value value, Place place) {
        if (!value.text().matches(DURATION_PATTERN)) {
            throw place.refuse(
                    "must be a duration of more than nothing",
                    value.shown(),
                    orLeaveOut(slot, "write a whole number with a unit, such as 250ms, 60s, 5m or 1h"));
        }
        int unit = value.text().replaceAll("[a-z]", "").length();
        long amount = Long.parseLong(value.text().substring(0, unit));
        return switch (value.text().substring(unit)) {
            case "ms" -> Duration.ofMillis(amount);
            case "s" -> Duration.ofSeconds(amount);
            case "m" -> Duration.ofMinutes(amount);
            default -> Duration.ofHours(amount);
        };
    }

    private Object constant(Slot slot, Value value, Place place) {
        List<String> names = KebabName.all(slot.rawType());
        int index = names.indexOf(value.text());
        if (index < 0) {
            throw place.refuse(
                    "must be " + slot.kind(),
                    value.shown(),
                    NearestName.of(value.text(), names)
                            .map(name -> "did you mean " + name + "?")
                            .orElse(orLeaveOut(slot, "write " + names.get(0))));
        }
        return slot.rawType().getEnumConstants()[index];
    }

    private static RuntimeException wrong(Slot slot, String shown, Place place) {
        return place.refuse(
                "must be " + slot.kind(), shown, orLeaveOut(slot, "write " + slot.name() + ": " + slot.example()));
    }

    private static String orLeaveOut(Slot slot, String remedy) {
        return slot.isRequired() || slot.isElement() ? remedy : remedy + ", or leave the key out";
    }
}
