package dev.reflux.config.grammar;

import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/** How a message shows what was written. */
final class Written {

    private static final int LONGEST = 60;

    private Written() {}

    static String show(Node node) {
        if (node instanceof MappingNode) {
            return "a mapping";
        } else if (node instanceof SequenceNode) {
            return "a list";
        } else if (node instanceof ScalarNode scalar) {
            return show(scalar.getTag(), scalar.getValue());
        }
        return "a node that is not text";
    }

    static boolean isNothing(Node node) {
        return node.getTag().equals(Tag.NULL);
    }

    /** True of text, quoted or plain; YAML has a tag of its own for a plain placeholder. */
    static boolean isText(Node node) {
        return node instanceof ScalarNode
                && (node.getTag().equals(Tag.STR) || node.getTag().equals(Tag.ENV_TAG));
    }

    private static String show(Tag tag, String value) {
        if (tag.equals(Tag.NULL)) {
            return "nothing";
        } else if (tag.equals(Tag.STR) || tag.equals(Tag.ENV_TAG)) {
            return '"' + clip(value) + '"';
        }
        return clip(value);
    }

    /** One line of bounded length. */
    static String clip(String value) {
        String line = value.replaceAll("\\s+", " ");
        return line.length() <= LONGEST ? line : line.substring(0, LONGEST) + "…";
    }
}
