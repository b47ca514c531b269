package dev.reflux.activities.layout;

import com.fasterxml.jackson.databind.JsonNode;
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
 * {@code prompt}, {@code completion}, {@code label}, as TRL's KTO trainer reads them; also read as LLaMA-Factory has them:
 * messages, conversations or Alpaca's columns with {@code kto_tag} or {@code label}.
 */
final class BinaryLayout implements RowLayout {
    private static final String PROMPT = "prompt";
    private static final String COMPLETION = "completion";
    private static final String LABEL = "label";
    private static final String TAG = "kto_tag";

    @Override
    public Set<String> columns() {
        return Set.of(PROMPT, COMPLETION, LABEL, TAG, Tools.COLUMN, SystemColumn.NAME);
    }

    @Override
    public boolean fits(ObjectNode row) {
        if (Fields.has(row, COMPLETION, LABEL)) {
            return true;
        }
        boolean conversation = MessagesLayout.column(row) != null || SharegptLayout.column(row) != null;
        return isLabelled(row) && (conversation || Fields.has(row, "instruction"));
    }

    /** Whether a row of turns says if its answer was liked. */
    static boolean isLabelled(ObjectNode row) {
        return Fields.has(row, TAG) || row.path(LABEL).isBoolean();
    }

    @Override
    public Example read(ObjectNode row, Set<Loss> lost) {
        if (row.hasNonNull(COMPLETION)) {
            return readColumns(row, lost);
        }
        lost.add(Loss.SPELLING);
        boolean label = label(row);
        ObjectNode unlabelled = row.deepCopy().without(List.of(LABEL, TAG));
        Example read = layout(row).read(unlabelled, lost);
        if (!(read instanceof Conversation answered)) {
            throw new UnfitRowException("a row with a label must end in an answer, got " + read.noun());
        }
        return new Feedback(answered.prompt(), List.of(answered.answer()), label, answered.beside());
    }

    private static RowLayout layout(ObjectNode row) {
        if (SharegptLayout.column(row) != null) {
            return new SharegptLayout();
        }
        return row.hasNonNull("instruction") ? new AlpacaLayout() : new MessagesLayout();
    }

    private Feedback readColumns(ObjectNode row, Set<Loss> lost) {
        JsonNode prompt = row.get(PROMPT);
        List<Turn> asked = new ArrayList<>(Wording.read(prompt, Role.USER, PROMPT, lost));
        List<Turn> answered = Wording.read(row.get(COMPLETION), Role.ASSISTANT, COMPLETION, lost);
        List<Turn> completion = Wording.after(asked, answered, lost);
        SystemColumn.moveTo(asked, row, lost);
        boolean texts = prompt.isTextual() && row.get(COMPLETION).isTextual() && asked.size() == 1;
        Beside beside = new Beside(Tools.read(row, lost), texts, Fields.others(row, columns()));
        return new Feedback(asked, completion, label(row), beside);
    }

    private static boolean label(ObjectNode row) {
        String column = row.hasNonNull(TAG) ? TAG : LABEL;
        if (!row.hasNonNull(column)) {
            throw UnfitRowException.at(LABEL, "true or false", "nothing");
        }
        return Fields.truth(row.get(column), column);
    }

    @Override
    public List<ObjectNode> write(Example example, WritingOptions options, Set<Loss> lost) {
        if (example instanceof Feedback feedback) {
            return List.of(row(feedback, options));
        }
        if (!(example instanceof Pair pair)) {
            throw new UnfitRowException("binary needs an answer that is labelled true or false, got " + example.noun());
        }
        lost.add(Loss.PAIRING);
        if (pair.ratings() != null) {
            lost.add(Loss.RATINGS);
        }
        return List.of(
                row(new Feedback(pair.prompt(), pair.chosen(), true, pair.beside()), options),
                row(new Feedback(pair.prompt(), pair.rejected(), false, pair.beside()), options));
    }

    private static ObjectNode row(Feedback feedback, WritingOptions options) {
        ObjectNode row = JsonNodeFactory.instance.objectNode();
        Wording.write(row, PROMPT, feedback.prompt(), options.form());
        Wording.write(row, COMPLETION, feedback.completion(), options.form());
        row.put(LABEL, feedback.label());
        Wording.writeTools(row, feedback.beside(), options.form());
        return row;
    }
}
