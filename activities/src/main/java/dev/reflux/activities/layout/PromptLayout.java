package dev.reflux.activities.layout;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.reflux.activities.layout.Example.Classified;
import dev.reflux.activities.layout.Example.Conversation;
import dev.reflux.activities.layout.Example.Feedback;
import dev.reflux.activities.layout.Example.Pair;
import dev.reflux.activities.layout.Example.Prompt;
import dev.reflux.activities.layout.Turn.Role;
import java.util.List;
import java.util.Set;

/** {@code prompt} alone, a text or a list of messages, for trainers that have their model answer. */
final class PromptLayout implements RowLayout {
    private static final String PROMPT = "prompt";

    /** Columns of an answer: a row that has one is of another layout, perhaps one that is not known. */
    private static final List<String> ANSWERS =
            List.of("completion", "response", "answer", "output", "chosen", "rejected");

    @Override
    public Set<String> columns() {
        return Set.of(PROMPT, Tools.COLUMN);
    }

    @Override
    public boolean fits(ObjectNode row) {
        return Fields.has(row, PROMPT) && ANSWERS.stream().noneMatch(row::hasNonNull) && !OasstTree.isTree(row);
    }

    @Override
    public Example read(ObjectNode row, Set<Loss> lost) {
        List<Turn> turns = Wording.read(row.get(PROMPT), Role.USER, PROMPT, lost);
        boolean texts = row.get(PROMPT).isTextual();
        return new Prompt(turns, new Beside(Tools.read(row, lost), texts, Fields.others(row, columns())));
    }

    @Override
    public List<ObjectNode> write(Example example, WritingOptions options, Set<Loss> lost) {
        ObjectNode row = JsonNodeFactory.instance.objectNode();
        Wording.write(row, PROMPT, asked(example, lost), options.form());
        Wording.writeTools(row, example.beside(), options.form());
        return List.of(row);
    }

    private static List<Turn> asked(Example example, Set<Loss> lost) {
        if (example instanceof Prompt prompt) {
            return prompt.turns();
        }
        if (example instanceof Classified classified) {
            lost.add(Loss.LABEL);
            return List.of(Turn.of(Role.USER, classified.text()));
        }
        lost.add(Loss.ANSWER);
        if (example instanceof Conversation conversation) {
            return conversation.prompt();
        }
        if (example instanceof Feedback feedback) {
            lost.add(Loss.LABEL);
            return feedback.prompt();
        }
        Pair pair = (Pair) example;
        if (pair.ratings() != null) {
            lost.add(Loss.RATINGS);
        }
        return pair.prompt();
    }
}
