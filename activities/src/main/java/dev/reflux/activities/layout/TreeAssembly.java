package dev.reflux.activities.layout;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.Map;

/**
 * Joins the rows of one file in layout {@link Layout#OASST} to trees: a row that is a tree is one by itself, messages make
 * one up with those that follow them. Holds one tree at a time.
 */
public final class TreeAssembly {
    private static final String TREE = "message_tree_id";

    private final Map<String, ObjectNode> messages = new HashMap<>();
    private Tree open;

    /**
     * A tree.
     *
     * @param line of its first row
     */
    public record Tree(long line, ObjectNode row) {}

    /**
     * Takes the next row.
     *
     * @return a tree that it ends, or null
     * @throws UnfitRowException if it is a message that replies to none before it in its tree; it is left out
     */
    public Tree add(long line, ObjectNode row) {
        if (OasstTree.isTree(row)) {
            Tree ended = end();
            open = new Tree(line, row);
            return ended;
        }
        String id = Fields.text(row.get("message_id"), "message_id");
        return row.hasNonNull("parent_id") && !row.path("parent_id").asText().isEmpty()
                ? reply(id, row)
                : begin(line, id, row);
    }

    /** The tree that the rows so far make up; null where there is none. */
    public Tree end() {
        Tree ended = open;
        open = null;
        messages.clear();
        return ended;
    }

    private Tree begin(long line, String id, ObjectNode row) {
        Tree ended = end();
        ObjectNode tree = JsonNodeFactory.instance.objectNode();
        tree.set(TREE, row.hasNonNull(TREE) ? row.get(TREE) : row.get("message_id"));
        tree.set(OasstTree.PROMPT, childless(id, row));
        open = new Tree(line, tree);
        return ended;
    }

    private Tree reply(String id, ObjectNode row) {
        String parent = row.path("parent_id").asText();
        ObjectNode to = messages.get(parent);
        if (to == null || messages.containsKey(id)) {
            throw new UnfitRowException(
                    to == null
                            ? "parent_id must be that of a message before it in the same tree, got " + parent
                                    + "; sort the rows by tree, each message after the one it replies to"
                            : "message_id must occur once, got " + id + " again; remove one of the two");
        }
        ((ArrayNode) to.get(OasstTree.REPLIES)).add(childless(id, row));
        return null;
    }

    private ObjectNode childless(String id, ObjectNode row) {
        ObjectNode message = row.deepCopy();
        message.putArray(OasstTree.REPLIES);
        messages.put(id, message);
        return message;
    }
}
