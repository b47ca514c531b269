package dev.reflux.activities.stage.filter.rules;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** The phrases by which a model refuses, or speaks of itself where nobody asked. */
final class Phrases {

    /** An answer that refuses says so at its beginning; further on, somebody else may be quoted. */
    private static final int BEGINNING = 300;

    private static final Pattern SPACES = Pattern.compile("\\s+");
    private static final Pattern REFUSAL = expressions("refusals.txt");
    private static final Pattern BOILERPLATE = expressions("boilerplate.txt");

    private Phrases() {}

    /** 1 if the beginning refuses, else 0. */
    static double refusals(MeasuredText text) {
        String prose = text.prose();
        return REFUSAL.matcher(plain(prose.substring(0, Math.min(BEGINNING, prose.length()))))
                        .find()
                ? 1
                : 0;
    }

    static double boilerplate(MeasuredText text) {
        return BOILERPLATE.matcher(plain(text.prose())).results().count();
    }

    private static String plain(String text) {
        String straight = text.replace('’', '\'').replace('‘', '\'').toLowerCase(Locale.ROOT);
        return SPACES.matcher(straight).replaceAll(" ").strip();
    }

    /** One regular expression a line, in lower case; a line that begins with # is a comment. */
    private static Pattern expressions(String file) {
        try (InputStream bytes = Phrases.class.getResourceAsStream(file)) {
            List<String> lines = new String(bytes.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .toList();
            return Pattern.compile("(?:" + String.join("|", lines) + ")");
        } catch (IOException e) {
            throw new UncheckedIOException("File " + file + " must be on the class path", e);
        }
    }
}
