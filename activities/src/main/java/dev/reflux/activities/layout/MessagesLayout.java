package dev.reflux.activities.layout;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.reflux.activities.layout.Example.Prompt;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** {@code messages} with roles and contents, and {@code tools}: what OpenAI, Hugging Face and TRL read. */
final class MessagesLayout implements RowLayout {
    static final String COLUMN = "messages";

    /** Other names of the column, most usual first. */
    private static final List<String> NAMES = List.of(COLUMN, "conversations", "conversation");

    @Override
    public Set<String> columns() {
        return Set.of(COLUMN, "conversations", "conversation", Tools.COLUMN, SystemColumn.NAME);
    }

    @Override
    public boolean fits(ObjectNode row) {
        return column(row) != null && !BinaryLayout.isLabelled(row);
    }

    /** The column that holds messages, or null. */
    static String column(ObjectNode row) {
        return NAMES.stream()
                .filter(name -> Messages.isList(row.get(name)))
                .findFirst()
                .orElse(null);
    }

    @Override
    public Example read(ObjectNode row, Set<Loss> lost) {
        String column = column(row) == null ? COLUMN : column(row);
        if (!column.equals(COLUMN)) {
            lost.add(Loss.SPELLING);
        }
        List<Turn> turns = new ArrayList<>(Messages.read(row.get(column), column, lost));
        SystemColumn.moveTo(turns, row, lost);
        Beside beside = new Beside(Tools.read(row, lost), false, Fields.others(row, columns()));
        return Conversations.of(turns, beside);
    }

    @Override
    public List<ObjectNode> write(Example example, WritingOptions options, Set<Loss> lost) {
        List<Turn> turns = example instanceof Prompt prompt
                ? prompt.turns()
                : Conversations.of(example, options, lost).turns();
        ObjectNode row = JsonNodeFactory.instance.objectNode();
        row.set(COLUMN, Messages.write(turns));
        if (example.beside().tools() != null) {
            row.set(Tools.COLUMN, example.beside().tools());
        }
        return List.of(row);
    }
}
