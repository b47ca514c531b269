package dev.reflux.activities.layout;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.reflux.activities.layout.Example.Conversation;
import dev.reflux.activities.layout.Turn.Role;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * {@code prompt}, {@code completion}, as texts or lists of messages: what TRL's SFT trainer reads where the completion alone
 * is to be learnt. With a label it is {@link BinaryLayout}'s.
 */
final class CompletionLayout implements RowLayout {
    private static final String PROMPT = "prompt";
    private static final String COMPLETION = "completion";

    @Override
    public Set<String> columns() {
        return Set.of(PROMPT, COMPLETION, Tools.COLUMN, SystemColumn.NAME);
    }

    @Override
    public boolean fits(ObjectNode row) {
        return Fields.has(row, PROMPT, COMPLETION) && !Fields.has(row, "label") && !Fields.has(row, "kto_tag");
    }

    @Override
    public Example read(ObjectNode row, Set<Loss> lost) {
        List<Turn> turns = new ArrayList<>(Wording.read(row.get(PROMPT), Role.USER, PROMPT, lost));
        JsonNode answer = row.get(COMPLETION);
        List<Turn> completion = Wording.after(turns, Wording.read(answer, Role.ASSISTANT, COMPLETION, lost), lost);
        boolean texts = row.get(PROMPT).isTextual() && answer.isTextual();
        if (completion.size() > 1) {
            lost.add(Loss.COMPLETION_START);
        }
        turns.addAll(completion);
        int said = turns.size();
        SystemColumn.moveTo(turns, row, lost);
        Beside beside = new Beside(Tools.read(row, lost), texts && turns.size() == said, Fields.others(row, columns()));
        if (!turns.get(turns.size() - 1).isBy(Role.ASSISTANT)) {
            throw UnfitRowException.at(
                    COMPLETION,
                    "what an assistant says last",
                    turns.get(turns.size() - 1).role().word());
        }
        return new Conversation(turns, beside);
    }

    /** Where a completion has several turns, only the row itself says which of them it begins with. */
    @Override
    public boolean keeps(ObjectNode row) {
        return row.path(COMPLETION).size() > 1;
    }

    @Override
    public List<ObjectNode> write(Example example, WritingOptions options, Set<Loss> lost) {
        Conversation conversation = Conversations.of(example, options, lost);
        if (conversation.prompt().isEmpty()) {
            throw new UnfitRowException("completion needs a prompt before the answer, got an answer alone");
        }
        ObjectNode row = JsonNodeFactory.instance.objectNode();
        Wording.write(row, PROMPT, conversation.prompt(), options.form());
        Wording.write(row, COMPLETION, List.of(conversation.answer()), options.form());
        Wording.writeTools(row, conversation.beside(), options.form());
        return List.of(row);
    }
}
