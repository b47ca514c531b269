package dev.reflux.activities.layout;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.reflux.activities.layout.Example.Conversation;
import dev.reflux.activities.layout.Example.Feedback;
import dev.reflux.activities.layout.Example.Pair;
import dev.reflux.activities.layout.Turn.Role;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * {@code conversations} of human and gpt, {@code tools} as JSON in a text; with {@code chosen} and {@code rejected} a pair:
 * what FastChat and LLaMA-Factory read without a setting.
 */
final class SharegptLayout implements RowLayout {
    static final String COLUMN = "conversations";

    private static final String ALIAS = "conversation";

    @Override
    public Set<String> columns() {
        return Set.of(
                COLUMN,
                ALIAS,
                SystemColumn.NAME,
                Tools.COLUMN,
                "chosen",
                "rejected",
                "kto_tag",
                PreferenceLayout.RATINGS);
    }

    @Override
    public boolean fits(ObjectNode row) {
        return column(row) != null && !BinaryLayout.isLabelled(row);
    }

    /** The column that holds turns, or null. */
    static String column(ObjectNode row) {
        if (SharegptTurns.isList(row.get(COLUMN))) {
            return COLUMN;
        }
        return SharegptTurns.isList(row.get(ALIAS)) ? ALIAS : null;
    }

    @Override
    public Example read(ObjectNode row, Set<Loss> lost) {
        String column = column(row) == null ? COLUMN : column(row);
        if (!column.equals(COLUMN)) {
            lost.add(Loss.SPELLING);
        }
        List<Turn> turns = new ArrayList<>(SharegptTurns.read(row.get(column), column, lost));
        SystemColumn.moveTo(turns, row, lost);
        ArrayNode tools = Tools.read(row, lost);
        Beside beside = new Beside(tools, false, Fields.others(row, columns()));
        if (Fields.has(row, "chosen", "rejected")) {
            Turn chosen = SharegptTurns.turn(row.get("chosen"), "chosen", lost);
            Turn rejected = SharegptTurns.turn(row.get("rejected"), "rejected", lost);
            JsonNode ratings = Fields.orNull(row, PreferenceLayout.RATINGS);
            return new Pair(turns, List.of(chosen), List.of(rejected), ratings, beside);
        }
        Example read = Conversations.of(turns, beside);
        if (read instanceof Conversation conversation && row.hasNonNull("kto_tag")) {
            boolean label = Fields.truth(row.get("kto_tag"), "kto_tag");
            return new Feedback(conversation.prompt(), List.of(conversation.answer()), label, beside);
        }
        return read;
    }

    @Override
    public List<ObjectNode> write(Example example, WritingOptions options, Set<Loss> lost) {
        ObjectNode row = JsonNodeFactory.instance.objectNode();
        if (example instanceof Pair pair && !options.chosenAlone()) {
            requireInTurn(pair.prompt(), Role.USER);
            put(pair.prompt(), row, lost);
            row.set("chosen", SharegptTurns.write(PreferenceLayout.only(pair.chosen(), "chosen"), lost));
            row.set("rejected", SharegptTurns.write(PreferenceLayout.only(pair.rejected(), "rejected"), lost));
            PreferenceLayout.rate(row, pair);
        } else {
            List<Turn> turns = Conversations.of(example, options, lost).turns();
            requireInTurn(turns, Role.ASSISTANT);
            put(turns, row, lost);
        }
        if (example.beside().tools() != null) {
            row.put(Tools.COLUMN, Tools.text(example.beside().tools()));
        }
        return List.of(row);
    }

    private static void put(List<Turn> turns, ObjectNode row, Set<Loss> lost) {
        ArrayNode list = row.putArray(COLUMN);
        turns.forEach(turn -> list.add(SharegptTurns.write(turn, lost)));
    }

    /** Trainers skip, or worse misread, what does not go to and fro. */
    private static void requireInTurn(List<Turn> turns, Role last) {
        boolean answer = false;
        int first = turns.get(0).isBy(Role.SYSTEM) || turns.get(0).isBy(Role.DEVELOPER) ? 1 : 0;
        for (Turn turn : turns.subList(first, turns.size())) {
            boolean fits = answer ? turn.isBy(Role.ASSISTANT) : turn.isBy(Role.USER) || turn.isBy(Role.TOOL);
            if (!fits) {
                throw new UnfitRowException(
                        "turns must alternate between human or observation and gpt or function_call,"
                                + " after one system message, got " + roles(turns));
            }
            answer = !answer;
        }
        if (answer != (last == Role.USER)) {
            throw new UnfitRowException("turns must end in "
                    + (last == Role.USER ? "a human's or an observation" : "gpt's or a function_call") + ", got "
                    + roles(turns));
        }
    }

    private static String roles(List<Turn> turns) {
        return String.join(", ", turns.stream().map(turn -> turn.role().word()).toList());
    }
}
