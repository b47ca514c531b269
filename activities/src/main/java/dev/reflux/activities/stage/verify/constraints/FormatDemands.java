package dev.reflux.activities.stage.verify.constraints;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Demands on a text's form: lists, sections, titles, placeholders, JSON. */
final class FormatDemands {

    private static final Pattern PLACEHOLDER = Pattern.compile("\\[.*?]");
    private static final Pattern STAR_BULLET = Pattern.compile("^\\s*\\*[^*].*$", Pattern.MULTILINE);
    private static final Pattern DASH_BULLET = Pattern.compile("^\\s*-.*$", Pattern.MULTILINE);
    private static final Pattern HIGHLIGHT = Pattern.compile("\\*\\*[^\\n*]*\\*\\*|\\*[^\\n*]*\\*");
    private static final Pattern TITLE = Pattern.compile("<<[^\\n]+>>");
    private static final Pattern FENCE =
            Pattern.compile("^```(?:json)?\\s*(.*?)\\s*(?:```)?$", Pattern.DOTALL | Pattern.CASE_INSENSITIVE);
    private static final List<String> CHOICES = List.of("My answer is yes.", "My answer is no.", "My answer is maybe.");
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private FormatDemands() {}

    static Constraint placeholders(Arguments arguments) {
        int least = arguments.number("num_placeholders");
        return Constraint.of(
                "It must have at least " + least + " placeholders in square brackets, such as [address].",
                answer -> PLACEHOLDER.matcher(answer).results().count() >= least);
    }

    static Constraint postscript(Arguments arguments) {
        String marker = arguments.text("postscript_marker").strip();
        String pattern =
                switch (marker) {
                    case "P.P.S" -> "p\\.\\s?p\\.\\s?s.*$";
                    case "P.S." -> "p\\.\\s?s\\..*$";
                    default -> Pattern.quote(marker.toLowerCase(Locale.ROOT)) + ".*$";
                };
        Pattern postscript = Pattern.compile(pattern, Pattern.MULTILINE);
        return Constraint.of(
                "It must end in a postscript that begins with " + marker + ".",
                answer -> postscript.matcher(answer.toLowerCase(Locale.ROOT)).find());
    }

    static Constraint bullets(Arguments arguments) {
        int wanted = arguments.number("num_bullets");
        return Constraint.of(
                "It must have exactly " + wanted + " bullet points, each a line that begins with * or -.",
                answer -> STAR_BULLET.matcher(answer).results().count()
                                + DASH_BULLET.matcher(answer).results().count()
                        == wanted);
    }

    static Constraint constrained(Arguments arguments) {
        return Constraint.of("It must say one of: " + String.join(" ", CHOICES), answer -> CHOICES.stream()
                .anyMatch(answer::contains));
    }

    static Constraint highlights(Arguments arguments) {
        int least = arguments.number("num_highlights");
        return Constraint.of(
                "It must highlight at least " + least + " sections, such as *this one*.",
                answer -> HIGHLIGHT
                                .matcher(answer)
                                .results()
                                .filter(found ->
                                        !found.group().replace('*', ' ').isBlank())
                                .count()
                        >= least);
    }

    static Constraint sections(Arguments arguments) {
        String splitter = arguments.text("section_spliter").strip();
        int least = arguments.number("num_sections");
        Pattern section = Pattern.compile(Pattern.quote(splitter) + "\\s?\\d+");
        return Constraint.of(
                "It must have at least " + least + " sections, headed " + splitter + " 1 and so on.",
                answer -> section.matcher(answer).results().count() >= least);
    }

    static Constraint json(Arguments arguments) {
        return Constraint.of("The whole of it must be JSON.", answer -> {
            try {
                return !JSON.readTree(FENCE.matcher(answer.strip()).replaceFirst("$1"))
                        .isMissingNode();
            } catch (JsonProcessingException notJson) {
                // Whatever is wrong with it, it is not JSON: that is the finding.
                return false;
            }
        });
    }

    static Constraint title(Arguments arguments) {
        return Constraint.of(
                "It must have a title in double angular brackets, such as <<title>>.", answer -> TITLE.matcher(answer)
                        .results()
                        .map(MatchResult::group)
                        .anyMatch(title -> !title.replaceAll("[<>\\s]", "").isEmpty()));
    }
}
