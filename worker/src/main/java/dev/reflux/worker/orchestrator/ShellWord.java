package dev.reflux.worker.orchestrator;

import java.nio.file.Path;
import java.util.regex.Pattern;

/** What is printed for people to type again. */
public final class ShellWord {

    private static final Pattern PLAIN = Pattern.compile("[\\p{Alnum}_./:@%+=,-]+");

    private ShellWord() {}

    /** The path as a POSIX shell reads it as one word. */
    public static String of(Path path) {
        String word = path.toString();
        return PLAIN.matcher(word).matches() ? word : "'" + word.replace("'", "'\\''") + "'";
    }
}
