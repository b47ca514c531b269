package dev.reflux.activities.layout;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.reflux.activities.layout.Example.Pair;
import dev.reflux.activities.layout.Turn.Role;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * {@code prompt}, {@code chosen}, {@code rejected}, as texts or lists of messages; also read where the prompt is what both
 * answers begin with. Written with a prompt, as TRL advises.
 */
final class PreferenceLayout implements RowLayout {
    static final String RATINGS = "annotation_metrics";

    private static final String PROMPT = "prompt";

    @Override
    public Set<String> columns() {
        return Set.of(PROMPT, "chosen", "rejected", RATINGS, Tools.COLUMN, SystemColumn.NAME);
    }

    @Override
    public boolean fits(ObjectNode row) {
        return Fields.has(row, "chosen", "rejected")
                && !Fields.has(row, "instruction")
                && SharegptLayout.column(row) == null;
    }

    @Override
    public Example read(ObjectNode row, Set<Loss> lost) {
        if (SharegptLayout.column(row) != null) {
            return new SharegptLayout().read(row, lost);
        }
        JsonNode chosen = row.get("chosen");
        JsonNode rejected = row.get("rejected");
        JsonNode ratings = Fields.orNull(row, RATINGS);
        if (!row.hasNonNull(PROMPT)) {
            lost.add(Loss.SPELLING);
            return CommonPrompt.of(chosen, rejected, lost).pair(ratings, beside(row, chosen.isTextual(), lost));
        }
        List<Turn> prompt = new ArrayList<>(Wording.read(row.get(PROMPT), Role.USER, PROMPT, lost));
        List<Turn> better = Wording.after(prompt, Wording.read(chosen, Role.ASSISTANT, "chosen", lost), lost);
        List<Turn> worse = Wording.after(prompt, Wording.read(rejected, Role.ASSISTANT, "rejected", lost), lost);
        boolean texts = row.get(PROMPT).isTextual() && chosen.isTextual() && rejected.isTextual();
        int said = prompt.size();
        SystemColumn.moveTo(prompt, row, lost);
        return new Pair(prompt, better, worse, ratings, beside(row, texts && prompt.size() == said, lost));
    }

    private Beside beside(ObjectNode row, boolean texts, Set<Loss> lost) {
        return new Beside(Tools.read(row, lost), texts, Fields.others(row, columns()));
    }

    @Override
    public List<ObjectNode> write(Example example, WritingOptions options, Set<Loss> lost) {
        if (!(example instanceof Pair pair)) {
            throw new UnfitRowException("preference needs a chosen and a rejected answer, got " + example.noun());
        }
        ObjectNode row = JsonNodeFactory.instance.objectNode();
        Wording.write(row, PROMPT, pair.prompt(), options.form());
        Wording.write(row, "chosen", pair.chosen(), options.form());
        Wording.write(row, "rejected", pair.rejected(), options.form());
        rate(row, pair);
        Wording.writeTools(row, pair.beside(), options.form());
        return List.of(row);
    }

    static void rate(ObjectNode row, Pair pair) {
        if (pair.ratings() != null) {
            row.set(RATINGS, pair.ratings());
        }
    }

    /** The one turn of an answer, where a layout holds no more. */
    static Turn only(List<Turn> answer, String column) {
        if (answer.size() != 1 || !answer.get(0).isBy(Role.ASSISTANT)) {
            throw new UnfitRowException(column + " must be one turn of the assistant's, got " + answer.size());
        }
        return answer.get(0);
    }
}
