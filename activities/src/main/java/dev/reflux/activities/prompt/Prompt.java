package dev.reflux.activities.prompt;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
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

    private final List<Paragraph> system;
    private final List<Paragraph> user;
    private final Set<String> names;
    private final PromptFingerprint fingerprint;

    private Prompt(List<Paragraph> system, List<Paragraph> user, Set<String> names, PromptFingerprint fingerprint) {
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
        List<Paragraph> system = Paragraph.of(parts.group(1));
        List<Paragraph> user = Paragraph.of(parts.group(2));
        Set<String> found = new TreeSet<>();
        system.forEach(paragraph -> found.addAll(paragraph.names()));
        user.forEach(paragraph -> found.addAll(paragraph.names()));
        if (!found.equals(placeholders)) {
            throw new IllegalStateException("Prompt " + place + " must use the placeholders "
                    + new TreeSet<>(placeholders) + ", it uses " + found);
        }
        return new Prompt(system, user, found, PromptFingerprint.of(template));
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

    private static String fill(List<Paragraph> part, Map<String, String> values) {
        StringBuilder filled = new StringBuilder();
        for (Paragraph paragraph : part) {
            if (paragraph.isWantedWith(values)) {
                filled.append(filled.length() == 0 ? "" : "\n\n");
                paragraph.fill(filled, values);
            }
        }
        return filled.toString();
    }
}
