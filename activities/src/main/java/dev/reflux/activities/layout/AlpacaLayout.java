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
 * {@code instruction}, {@code input}, {@code output}, and LLaMA-Factory's {@code system} and {@code history}; with
 * {@code chosen} and {@code rejected} in place of {@code output} a pair. The question is instruction, line feed, input.
 */
final class AlpacaLayout implements RowLayout {
    private static final String INSTRUCTION = "instruction";
    private static final String INPUT = "input";
    private static final String OUTPUT = "output";
    private static final String HISTORY = "history";

    @Override
    public Set<String> columns() {
        return Set.of(
                INSTRUCTION,
                INPUT,
                OUTPUT,
                SystemColumn.NAME,
                HISTORY,
                "chosen",
                "rejected",
                "kto_tag",
                PreferenceLayout.RATINGS);
    }

    @Override
    public boolean fits(ObjectNode row) {
        return Fields.has(row, INSTRUCTION)
                && (Fields.has(row, OUTPUT) || Fields.has(row, "chosen", "rejected"))
                && !Fields.has(row, "kto_tag");
    }

    @Override
    public boolean keeps(ObjectNode row) {
        return true;
    }

    @Override
    public Example read(ObjectNode row, Set<Loss> lost) {
        List<Turn> turns = new ArrayList<>();
        String system = Fields.textOrNone(row, SystemColumn.NAME);
        if (!system.isEmpty()) {
            turns.add(Turn.of(Role.SYSTEM, system));
        }
        readHistory(row, turns);
        turns.add(Turn.of(Role.USER, question(row, lost)));
        Beside beside = new Beside(null, false, Fields.others(row, columns()));
        if (Fields.has(row, "chosen", "rejected") && !Fields.has(row, OUTPUT)) {
            JsonNode ratings = Fields.orNull(row, PreferenceLayout.RATINGS);
            return new Pair(turns, List.of(answer(row, "chosen")), List.of(answer(row, "rejected")), ratings, beside);
        }
        Turn answer = answer(row, OUTPUT);
        if (Fields.has(row, "kto_tag")) {
            return new Feedback(turns, List.of(answer), Fields.truth(row.get("kto_tag"), "kto_tag"), beside);
        }
        turns.add(answer);
        return new Conversation(turns, beside);
    }

    private static String question(ObjectNode row, Set<Loss> lost) {
        String instruction = Fields.text(row.get(INSTRUCTION), INSTRUCTION);
        String input = Fields.textOrNone(row, INPUT);
        if (input.isEmpty()) {
            return instruction;
        }
        lost.add(Loss.INPUT_JOINED);
        return instruction.isEmpty() ? input : instruction + "\n" + input;
    }

    private static void readHistory(ObjectNode row, List<Turn> turns) {
        if (!row.hasNonNull(HISTORY)) {
            return;
        }
        for (JsonNode round : row.get(HISTORY)) {
            if (round.size() != 2) {
                throw UnfitRowException.at(HISTORY, "pairs of question and answer", round);
            }
            turns.add(Turn.of(Role.USER, Fields.text(round.get(0), HISTORY + ": question")));
            turns.add(Turn.of(Role.ASSISTANT, Fields.text(round.get(1), HISTORY + ": answer")));
        }
    }

    private static Turn answer(ObjectNode row, String column) {
        return Turn.of(Role.ASSISTANT, Fields.text(row.get(column), column));
    }

    @Override
    public List<ObjectNode> write(Example example, WritingOptions options, Set<Loss> lost) {
        if (example.beside().offersTools()) {
            throw new UnfitRowException("alpaca has no place for tools: write sharegpt or messages");
        }
        ObjectNode row = JsonNodeFactory.instance.objectNode();
        if (example instanceof Pair pair && !options.chosenAlone()) {
            putPrompt(pair.prompt(), row, options, lost);
            row.put("chosen", said(PreferenceLayout.only(pair.chosen(), "chosen"), Role.ASSISTANT, lost));
            row.put("rejected", said(PreferenceLayout.only(pair.rejected(), "rejected"), Role.ASSISTANT, lost));
            PreferenceLayout.rate(row, pair);
        } else {
            Conversation conversation = Conversations.of(example, options, lost);
            putPrompt(conversation.prompt(), row, options, lost);
            row.put(OUTPUT, said(conversation.answer(), Role.ASSISTANT, lost));
        }
        orderColumns(row);
        return List.of(row);
    }

    /** Alpaca's own columns first, LLaMA-Factory's after them. */
    private static void orderColumns(ObjectNode row) {
        for (String column : List.of(SystemColumn.NAME, HISTORY)) {
            JsonNode value = row.remove(column);
            if (value != null) {
                row.set(column, value);
            }
        }
    }

    private static void putPrompt(List<Turn> prompt, ObjectNode row, WritingOptions options, Set<Loss> lost) {
        List<Turn> turns = new ArrayList<>(prompt);
        String system = takeSystem(turns, lost);
        if (turns.size() % 2 == 0) {
            throw new UnfitRowException("turns must alternate between user and assistant, got two of one in a row");
        }
        row.put(INSTRUCTION, said(turns.get(turns.size() - 1), Role.USER, lost)).put(INPUT, "");
        if (system != null) {
            row.put(SystemColumn.NAME, system);
        }
        if (turns.size() > 1) {
            if (!options.history()) {
                throw new UnfitRowException("alpaca holds one question and one answer, got a conversation of several:"
                        + " --history writes earlier ones as LLaMA-Factory reads them");
            }
            ArrayNode history = row.putArray(HISTORY);
            for (int i = 0; i + 1 < turns.size(); i += 2) {
                history.addArray()
                        .add(said(turns.get(i), Role.USER, lost))
                        .add(said(turns.get(i + 1), Role.ASSISTANT, lost));
            }
        }
    }

    private static String takeSystem(List<Turn> turns, Set<Loss> lost) {
        boolean developer = turns.get(0).isBy(Role.DEVELOPER);
        if (!developer && !turns.get(0).isBy(Role.SYSTEM)) {
            return null;
        }
        if (developer) {
            lost.add(Loss.DEVELOPER_AS_SYSTEM);
        }
        return turns.remove(0).content();
    }

    private static String said(Turn turn, Role speaker, Set<Loss> lost) {
        if (!turn.isBy(speaker) || !turn.toolCalls().isEmpty()) {
            throw new UnfitRowException("alpaca holds user and assistant in turn and calls no tools, got "
                    + (turn.toolCalls().isEmpty() ? "one of " + turn.role().word() : "a tool call"));
        }
        if (turn.reasoning() != null) {
            lost.add(Loss.REASONING);
        }
        if (!turn.others().isEmpty()) {
            lost.add(Loss.MESSAGE_FIELDS);
        }
        return turn.content();
    }
}
