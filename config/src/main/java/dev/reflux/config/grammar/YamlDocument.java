package dev.reflux.config.grammar;

import java.util.Iterator;
import java.util.Locale;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.ReaderException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.schema.CoreSchema;

/**
 * One YAML 1.2 document as nodes that know their line.
 *
 * <p>Size, nesting and aliases are bounded. Errors never quote the text around them: it may hold a key.
 */
final class YamlDocument {

    /** Deeper than any campaign; nesting is composed recursively, so it is bounded before. */
    private static final int MOST_LEVELS = 32;

    private static final int MOST_ALIASES = 50;

    private static final int MOST_CHARACTERS = 1_000_000;

    private static final String TAB = "a tab";

    private YamlDocument() {}

    static Node compose(String file, String text) {
        LoadSettings settings = LoadSettings.builder()
                .setLabel(file)
                .setSchema(new CoreSchema())
                .setMaxAliasesForCollections(MOST_ALIASES)
                .build();
        if (text.length() > MOST_CHARACTERS) {
            throw new Place(file, 1, "")
                    .refuse(
                            "must have at most " + MOST_CHARACTERS + " characters",
                            text.length() + "",
                            "keep data in files that it names");
        }
        try {
            checkNesting(file, new Parse(settings).parseString(text));
            return single(file, new Compose(settings).composeAllFromString(text).iterator());
        } catch (MarkedYamlEngineException e) {
            throw syntaxError(file, text, e);
        } catch (ReaderException e) {
            String character =
                    "the character U+" + Integer.toHexString(e.getCodePoint()).toUpperCase(Locale.ROOT);
            throw new Place(file, lineAt(text, e.getPosition()), "")
                    .refuse("must hold printable text", character, "remove it");
        } catch (YamlEngineException e) {
            throw new Place(file, 1, "").refuse("must be valid YAML", e.getMessage(), "make the file simpler");
        }
    }

    private static void checkNesting(String file, Iterable<Event> events) {
        int levels = 0;
        for (Event event : events) {
            switch (event.getEventId()) {
                case MappingStart, SequenceStart -> levels++;
                case MappingEnd, SequenceEnd -> levels--;
                default -> {}
            }
            if (levels > MOST_LEVELS) {
                int line = event.getStartMark().map(Mark::getLine).orElse(0) + 1;
                throw new Place(file, line, "")
                        .refuse("must nest at most " + MOST_LEVELS + " levels", "more", "close the brackets before");
            }
        }
    }

    private static Node single(String file, Iterator<Node> documents) {
        if (!documents.hasNext()) {
            throw new Place(file, 1, "")
                    .refuse("must hold a campaign", "an empty file", "start it with campaign: NAME");
        }
        Node first = documents.next();
        if (documents.hasNext()) {
            throw new Place(file, Place.lineOf(documents.next()), "")
                    .refuse("must hold one campaign", "a second YAML document", "write it into a file of its own");
        }
        return first;
    }

    private static RuntimeException syntaxError(String file, String text, MarkedYamlEngineException error) {
        Optional<Mark> mark = error.getProblemMark().or(error::getContextMark);
        int line = mark.map(Mark::getLine).orElse(0);
        int column = mark.map(Mark::getColumn).orElse(0) + 1;
        String problem = problem(error);
        return new Place(file, line + 1, "")
                .refuse("must be valid YAML", problem + " in column " + column, remedy(text, line, problem));
    }

    private static String problem(MarkedYamlEngineException error) {
        String problem = error.getProblem() == null ? error.getContext() : error.getProblem();
        if (problem.contains("TAB")) {
            return TAB;
        } else if (problem.startsWith("found undefined alias")) {
            return "an alias (*) without its anchor (&)";
        }
        return "an error (" + problem + ")";
    }

    private static String remedy(String text, int line, String problem) {
        if (problem.equals(TAB)) {
            return "indent with spaces";
        }
        String written = text.lines().skip(line).findFirst().orElse("");
        if (written.contains("${")) {
            return "put a placeholder inside { } or [ ] in quotes, as in \"${NAME}\"";
        }
        return "check indentation, quotes and brackets there and on the line before";
    }

    private static int lineAt(String text, int position) {
        int end = text.offsetByCodePoints(0, Math.min(position, text.codePointCount(0, text.length())));
        return 1 + (int) text.substring(0, end).chars().filter(c -> c == '\n').count();
    }
}
