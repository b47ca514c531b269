package dev.reflux.activities.layout;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.reflux.activities.layout.Example.Classified;
import dev.reflux.activities.layout.Example.Conversation;
import dev.reflux.activities.layout.Turn.Role;
import java.util.List;
import java.util.Set;

/** {@code text} and {@code label}; a conversation fits where it is one question and one answer, the label. */
final class ClassificationLayout implements RowLayout {
    private static final String TEXT = "text";
    private static final String LABEL = "label";

    @Override
    public Set<String> columns() {
        return Set.of(TEXT, LABEL);
    }

    @Override
    public boolean fits(ObjectNode row) {
        return Fields.has(row, TEXT, LABEL);
    }

    @Override
    public boolean keeps(ObjectNode row) {
        return true;
    }

    @Override
    public Example read(ObjectNode row, Set<Loss> lost) {
        JsonNode label = row.get(LABEL);
        if (label == null || !label.isValueNode() || label.isNull()) {
            throw UnfitRowException.at(LABEL, "a name or a number", label);
        }
        return new Classified(
                Fields.text(row.get(TEXT), TEXT), label, new Beside(null, true, Fields.others(row, columns())));
    }

    @Override
    public List<ObjectNode> write(Example example, WritingOptions options, Set<Loss> lost) {
        ObjectNode row = JsonNodeFactory.instance.objectNode();
        if (example instanceof Classified classified) {
            row.put(TEXT, classified.text()).set(LABEL, classified.label());
            return List.of(row);
        }
        if (!(example instanceof Conversation conversation) || !isQuestionAndAnswer(conversation)) {
            throw new UnfitRowException(
                    "classification needs one text and its label, nothing before or beside, got " + example.noun());
        }
        row.put(TEXT, conversation.turns().get(0).content())
                .put(LABEL, conversation.answer().content());
        return List.of(row);
    }

    private static boolean isQuestionAndAnswer(Conversation conversation) {
        List<Turn> turns = conversation.turns();
        return turns.size() == 2
                && turns.get(0).isBy(Role.USER)
                && turns.stream().allMatch(Turn::isPlain)
                && !conversation.beside().offersTools();
    }
}
