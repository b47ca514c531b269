package dev.reflux.activities.layout;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.reflux.activities.layout.Example.Conversation;
import dev.reflux.activities.layout.Example.Pair;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Open Assistant's trees: a {@code prompt} with {@code replies}, each with a rank among its siblings. Each thread of best
 * answers is a conversation; the best and the worst answer to one prompt, wherever in the tree, are a pair.
 */
final class OasstLayout implements RowLayout {
    private static final String TREE = "message_tree_id";

    @Override
    public Set<String> columns() {
        return Set.of(OasstTree.PROMPT, OasstTree.REPLIES);
    }

    @Override
    public boolean fits(ObjectNode row) {
        return OasstTree.isTree(row) || OasstTree.isMessage(row);
    }

    /** The first of its conversations. */
    @Override
    public Example read(ObjectNode row, Set<Loss> lost) {
        return readAll(row, false, lost).get(0);
    }

    @Override
    public List<Example> readAll(ObjectNode row, boolean pairs, Set<Loss> lost) {
        OasstTree root = OasstTree.of(row, lost);
        lost.add(Loss.MESSAGE_FIELDS);
        List<Example> found = new ArrayList<>();
        if (root != null) {
            Walk walk = new Walk(row.path(TREE).asText(), lost, found);
            if (pairs) {
                walk.pairs(root);
            } else {
                walk.threads(root);
            }
        }
        if (found.isEmpty()) {
            throw new UnfitRowException(
                    pairs
                            ? "a tree must hold two answers to one prompt that differ in rank to be a pair, got none"
                            : "a tree must hold an answer to be a conversation, got none");
        }
        return found;
    }

    @Override
    public List<ObjectNode> write(Example example, WritingOptions options, Set<Loss> lost) {
        throw new UnfitRowException("oasst is read and never written: name another layout with --to");
    }

    /** A way through one tree. */
    private static final class Walk {
        private final String tree;
        private final Set<Loss> lost;
        private final List<Example> found;
        private final List<Turn> path = new ArrayList<>();

        Walk(String tree, Set<Loss> lost, List<Example> found) {
            this.tree = tree;
            this.lost = lost;
            this.found = found;
        }

        /** Goes on with the best answer, or with each where nobody ranked them, and from there with every prompt. */
        void threads(OasstTree prompt) {
            path.add(prompt.turn());
            List<OasstTree> ranked = prompt.ranked();
            List<OasstTree> answers = ranked.isEmpty() ? prompt.replies() : ranked.subList(0, 1);
            if (answers.size() < prompt.replies().size()) {
                lost.add(Loss.OTHER_ANSWERS);
            }
            for (OasstTree answer : answers) {
                path.add(answer.turn());
                boolean goesOn = false;
                for (OasstTree next : answer.replies()) {
                    if (next.replies().isEmpty()) {
                        lost.add(Loss.UNANSWERED);
                    } else {
                        goesOn = true;
                        threads(next);
                    }
                }
                if (!goesOn) {
                    found.add(new Conversation(path, beside(answer)));
                }
                path.remove(path.size() - 1);
            }
            path.remove(path.size() - 1);
        }

        void pairs(OasstTree prompt) {
            path.add(prompt.turn());
            List<OasstTree> ranked = prompt.ranked();
            int taken = 0;
            if (ranked.size() > 1
                    && ranked.get(0).rank() < ranked.get(ranked.size() - 1).rank()) {
                OasstTree best = ranked.get(0);
                OasstTree worst = ranked.get(ranked.size() - 1);
                found.add(new Pair(path, List.of(best.turn()), List.of(worst.turn()), null, beside(best)));
                taken = 2;
            }
            if (prompt.replies().isEmpty()) {
                lost.add(Loss.UNANSWERED);
            } else if (taken < prompt.replies().size()) {
                lost.add(Loss.OTHER_ANSWERS);
            }
            for (OasstTree answer : prompt.replies()) {
                path.add(answer.turn());
                answer.replies().forEach(this::pairs);
                path.remove(path.size() - 1);
            }
            path.remove(path.size() - 1);
        }

        private Beside beside(OasstTree answer) {
            ObjectNode others = JsonNodeFactory.instance.objectNode();
            others.put(TREE, tree).put("message_id", answer.id());
            return new Beside(null, false, others);
        }
    }
}
