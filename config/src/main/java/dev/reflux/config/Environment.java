package dev.reflux.config;

import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The variables that {@code ${NAME}} and {@code ${NAME:-default}} refer to.
 *
 * <p>An empty variable counts as absent, as in a shell's {@code :-}.
 */
public final class Environment {

    /** One placeholder: group 1 is the variable, group 2 the default or null. Java and JSON Schema both read it. */
    public static final String PLACEHOLDER_PATTERN = "\\$\\{([A-Za-z_][A-Za-z0-9_]*)(?::-([^}]*))?\\}";

    private static final Pattern PLACEHOLDER = Pattern.compile(PLACEHOLDER_PATTERN);

    private final Map<String, String> variables;

    private Environment(Map<String, String> variables) {
        this.variables = new TreeMap<>(variables);
    }

    public static Environment of(Map<String, String> variables) {
        return new Environment(variables);
    }

    /**
     * Replaces every placeholder in a text.
     *
     * @throws MissingVariableException if a variable is absent and has no default
     */
    public String resolve(String template) {
        Matcher placeholder = PLACEHOLDER.matcher(template);
        StringBuilder resolved = new StringBuilder();
        while (placeholder.find()) {
            String value = valueOf(placeholder.group(1), placeholder.group(2));
            placeholder.appendReplacement(resolved, Matcher.quoteReplacement(value));
        }
        return placeholder.appendTail(resolved).toString();
    }

    /** True if the whole text is one placeholder: the only form in which a secret may be written. */
    public static boolean isPlaceholder(String template) {
        return PLACEHOLDER.matcher(template).matches();
    }

    private String valueOf(String name, String fallback) {
        String value = variables.get(name);
        if (value != null && !value.isEmpty()) {
            return value;
        }
        if (fallback == null) {
            throw new MissingVariableException(name);
        }
        return fallback;
    }

    /** A variable that a campaign refers to is not set. The user's move. */
    public static final class MissingVariableException extends RuntimeException {

        private static final long serialVersionUID = 1L;

        MissingVariableException(String name) {
            super("environment variable " + name + " must be set, got nothing; export " + name + "=… or write ${" + name
                    + ":-default}");
        }
    }
}
