package dev.reflux.activities.stage.selfconsistency;

import com.fasterxml.jackson.databind.JsonNode;
import dev.reflux.activities.reply.JsonInWords;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Finds the final answer in the text of an answer, and gives it in its {@link PlainAnswer plain} form. */
final class FinalAnswers {

    private static final int LONGEST_PLAIN = 60;

    private static final Pattern HASH = Pattern.compile("####[ \\t]*([^\\n]+)");

    /** As the prompts of Wang et al. 2023 have it; the sentence's end is not part of it. */
    private static final Pattern STATED =
            Pattern.compile("(?i)\\banswer(?: is|:)[ \\t*:]*([^\\n]{1,200}?)(?=[.*]*(?:[.!][ \\t]|[ \\t]*$|\\n))");

    /** A minus between two numbers is an operator, not a sign. */
    private static final Pattern NUMBER =
            Pattern.compile("(?:(?<![\\w)])[-−][$€£]?)?\\d+(?:,\\d{3})*(?:\\.\\d+)?(?:/\\d+)?");

    private static final String BOXED = "\\boxed{";

    private final SelfConsistencySettings settings;
    private final Pattern pattern;

    FinalAnswers(SelfConsistencySettings settings) {
        this.settings = settings;
        this.pattern = settings.pattern() == null ? null : Pattern.compile(settings.pattern());
    }

    /** Empty where there is none in the place that is looked at. */
    Optional<String> of(String text) {
        return found(text).map(PlainAnswer::of).filter(plain -> !plain.isEmpty());
    }

    private Optional<String> found(String text) {
        if (settings.parse() == null) {
            return anywhere(text);
        }
        return switch (settings.parse()) {
            case JSON_FIELD -> field(text);
            case HASH -> last(HASH, text);
            case BOXED -> boxed(text);
            case LAST_NUMBER -> last(NUMBER, text);
            case REGEX -> last(pattern, text);
        };
    }

    /** From the most explicit place to the least: what is said outright counts before what merely comes last. */
    private Optional<String> anywhere(String text) {
        return Stream.of(
                        field(text), last(HASH, text), boxed(text), last(STATED, text), last(NUMBER, text), whole(text))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private Optional<String> field(String text) {
        return JsonInWords.objects(text).stream()
                .map(object -> object.path(settings.field()))
                .filter(value -> value.isValueNode() && !value.isNull())
                .map(JsonNode::asText)
                .reduce((earlier, later) -> later);
    }

    private static Optional<String> last(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        String found = null;
        while (matcher.find()) {
            found = matcher.groupCount() == 0 ? matcher.group() : matcher.group(1);
        }
        return Optional.ofNullable(found);
    }

    private static Optional<String> boxed(String text) {
        int start = text.lastIndexOf(BOXED);
        if (start < 0) {
            return Optional.empty();
        }
        int open = 1;
        for (int at = start + BOXED.length(); at < text.length(); at++) {
            open += text.charAt(at) == '{' ? 1 : 0;
            open -= text.charAt(at) == '}' ? 1 : 0;
            if (open == 0) {
                return Optional.of(text.substring(start + BOXED.length(), at));
            }
        }
        return Optional.empty();
    }

    /** A short line is its own final answer. */
    private static Optional<String> whole(String text) {
        String line = text.strip();
        return line.length() <= LONGEST_PLAIN && line.indexOf('\n') < 0 ? Optional.of(line) : Optional.empty();
    }
}
