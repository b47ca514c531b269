package dev.reflux.config;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Where an input file keeps what surrounds a text that is an instruction. A field that a record lacks is left empty. */
public record TaskFields(
        @Key(value = "Field that holds the system message.", otherwise = "system")
        String system,

        @Key(
                value = "Field that holds a conversation, a list of {role, content}; its last user turn is the text.",
                otherwise = "messages")
        String messages,

        @Key(value = "Field that holds the document an instruction is about.", otherwise = "passage")
        String passage,

        @Key(value = "Field that holds the right answer.", otherwise = "reference")
        String reference,

        @Key(value = "Fields that hold candidate answers, each one text or a list of texts.", otherwise = "[answers]")
        List<String> answers,

        @Key(value = "Field that holds the chosen answer of a preference pair.", otherwise = "chosen")
        String chosen,

        @Key(value = "Field that holds the rejected answer of a preference pair.", otherwise = "rejected")
        String rejected,

        @Key(
                value =
                        "Field that holds people's ratings by name, of the chosen answer, or of both below their fields'"
                                + " names.",
                otherwise = "annotation_metrics")
        String ratings,

        @Key(value = "Fields that verifiers read, by the name they know them by.", otherwise = "{}")
        Map<String, String> checks) {

    /** The names it has where a campaign maps none. */
    public static final TaskFields STANDARD = new TaskFields(
            "system",
            "messages",
            "passage",
            "reference",
            List.of("answers"),
            "chosen",
            "rejected",
            "annotation_metrics",
            Map.of());

    public TaskFields {
        answers = List.copyOf(answers);
        checks = new TreeMap<>(checks);
    }
}
