package dev.reflux.activities.layout;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.reflux.activities.layout.Turn.Role;
import dev.reflux.activities.layout.WritingOptions.Form;
import java.util.List;
import java.util.Set;

/** Prompts and answers as TRL has them: one text each, or lists of messages. */
final class Wording {
    private Wording() {}

    /** A text is one turn of the speaker's. */
    static List<Turn> read(JsonNode value, Role speaker, String column, Set<Loss> lost) {
        if (value != null && value.isTextual()) {
            return List.of(Turn.of(speaker, value.textValue()));
        }
        if (value != null && value.isObject()) {
            lost.add(Loss.SPELLING);
            return List.of(Messages.turn(value, column, lost));
        }
        return Messages.read(value, column, lost);
    }

    /** What follows the prompt in a list of messages that repeats it. */
    static List<Turn> after(List<Turn> prompt, List<Turn> answer, Set<Loss> lost) {
        boolean repeats = answer.size() > prompt.size()
                && answer.subList(0, prompt.size()).equals(prompt);
        if (!repeats) {
            return answer;
        }
        lost.add(Loss.SPELLING);
        return answer.subList(prompt.size(), answer.size());
    }

    static void write(ObjectNode row, String column, List<Turn> turns, Form form) {
        if (form == Form.MESSAGES) {
            row.set(column, Messages.write(turns));
            return;
        }
        if (turns.size() != 1 || !turns.get(0).isPlain() || !isSpoken(turns.get(0))) {
            throw new UnfitRowException(
                    column + " must be one plain text of a user or an assistant, got more than that:"
                            + " --form messages writes lists of messages");
        }
        row.set(column, JsonNodeFactory.instance.textNode(turns.get(0).content()));
    }

    /** Tools stand beside lists of messages alone. */
    static void writeTools(ObjectNode row, Beside beside, Form form) {
        if (beside.tools() == null) {
            return;
        }
        if (form == Form.TEXTS && beside.offersTools()) {
            throw new UnfitRowException("texts have no place for tools: --form messages writes lists of messages");
        }
        row.set(Tools.COLUMN, beside.tools());
    }

    private static boolean isSpoken(Turn turn) {
        return turn.isBy(Role.USER) || turn.isBy(Role.ASSISTANT);
    }
}
