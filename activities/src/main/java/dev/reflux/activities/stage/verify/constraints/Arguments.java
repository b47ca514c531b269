package dev.reflux.activities.stage.verify.constraints;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;

/** The arguments of an instruction; a missing one, or one of another type, is an {@link IllegalArgumentException}. */
record Arguments(JsonNode values) {

    String text(String name) {
        JsonNode value = values.path(name);
        if (!value.isTextual() || value.textValue().isBlank()) {
            throw new IllegalArgumentException("argument " + name + " must be a text, got " + value);
        }
        return value.textValue();
    }

    /** A whole number; IFEval's own file has some written as 3.0. */
    int number(String name) {
        JsonNode value = values.path(name);
        if (!value.isNumber() || value.doubleValue() != value.intValue()) {
            throw new IllegalArgumentException("argument " + name + " must be a whole number, got " + value);
        }
        return value.intValue();
    }

    List<String> texts(String name) {
        List<String> texts = new ArrayList<>();
        values.path(name).forEach(value -> texts.add(value.asText()));
        if (texts.isEmpty()) {
            throw new IllegalArgumentException(
                    "argument " + name + " must be a list of texts, got " + values.path(name));
        }
        return texts;
    }

    /** IFEval knows two relations: at least, and less than. */
    Count count(String relation, String number) {
        String written = text(relation);
        int bound = number(number);
        return switch (written) {
            case "at least" -> new Count(written + " " + bound, count -> count >= bound);
            case "less than" -> new Count(written + " " + bound, count -> count < bound);
            default ->
                throw new IllegalArgumentException(
                        "argument " + relation + " must be 'at least' or 'less than', got '" + written + "'");
        };
    }

    /** A demand on a count, with its words. */
    record Count(String words, IntPredicate holds) {}
}
