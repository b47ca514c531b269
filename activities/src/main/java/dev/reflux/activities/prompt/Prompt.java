package dev.reflux.activities.prompt;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A prompt template of two parts, headed {@code [system]} and {@code [user]}, with <code>{{name}}</code> placeholders.
 *
 * <p>A paragraph whose placeholder is given an empty value is left out, so that an optional sentence leaves no gap.
 */
public final class Prompt {

    private static final Pattern PARTS = Pattern.compile("\\A\\[system]\\n(.*)\\n\\[user]\\n(.*)\\z", Pattern.DOTALL);
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\{([A-Za-z][A-Za-z0-9]*)}}");
    private static final Pattern BETWEEN_PARAGRAPHS = Pattern.compile("\\n{2,}");

    private final String system;
    private final String user;
    private final Set<String> names;
    private final PromptFingerprint fingerprint;

    private Prompt(String system, String user, Set<String> names, PromptFingerprint fingerprint) {
        this.system = system;
        this.user = user;
        this.names = names;
        this.fingerprint = fingerprint;
    }

    /** The two messages of a rendered prompt. */
    public record Messages(String system, String user) {}

    /**
     * Loads a template that lies beside a class and checks that it has exactly these placeholders.
     *
     * @throws IllegalStateException if the file is missing or has other parts or placeholders: the build is wrong
     */
    public static Prompt load(Class<?> beside, String file, String... placeholders) {
        String place = beside.getPackageName().replace('.', '/') + "/" + file;
        try (InputStream in = beside.getResourceAsStream(file)) {
            if (in == null) {
                throw new IllegalStateException("Prompt " + place + " must be on the class path, found nothing");
            }
            return parse(place, new String(in.readAllBytes(), StandardCharsets.UTF_8), Set.of(placeholders));
        } catch (IOException e) {
            throw new UncheckedIOException("Prompt " + place + " cannot be read", e);
        }
    }

    static Prompt parse(String place, String template, Set<String> placeholders) {
        Matcher parts = PARTS.matcher(template);
        if (!parts.matches()) {
            throw new IllegalStateException(
                    "Prompt " + place + " must have a part headed [system], then one headed [user]");
        }
        Set<String> found = new TreeSet<>();
        PLACEHOLDER.matcher(template).results().forEach(match -> found.add(match.group(1)));
        if (!found.equals(placeholders)) {
            throw new IllegalStateException("Prompt " + place + " must use the placeholders "
                    + new TreeSet<>(placeholders) + ", it uses " + found);
        }
        return new Prompt(parts.group(1), parts.group(2), found, PromptFingerprint.of(template));
    }

    public PromptFingerprint fingerprint() {
        return fingerprint;
    }

    /**
     * Fills in every placeholder, once: what looks like a placeholder inside a value stays as it is.
     *
     * @throws IllegalArgumentException if the values are not exactly those of the template
     */
    public Messages render(Map<String, String> values) {
        if (!values.keySet().equals(names)) {
            throw new IllegalArgumentException(
                    "Prompt values must be " + names + ", got " + new TreeSet<>(values.keySet()));
        }
        return new Messages(fill(system, values), fill(user, values));
    }

    private static String fill(String part, Map<String, String> values) {
        List<String> paragraphs = new ArrayList<>();
        for (String paragraph : BETWEEN_PARAGRAPHS.split(part.strip())) {
            if (placeholdersOf(paragraph).stream()
                    .noneMatch(name -> values.get(name).isEmpty())) {
                paragraphs.add(PLACEHOLDER
                        .matcher(paragraph)
                        .replaceAll(match -> Matcher.quoteReplacement(values.get(match.group(1)))));
            }
        }
        return String.join("\n\n", paragraphs);
    }

    private static List<String> placeholdersOf(String paragraph) {
        return PLACEHOLDER
                .matcher(paragraph)
                .results()
                .map(match -> match.group(1))
                .toList();
    }
}
