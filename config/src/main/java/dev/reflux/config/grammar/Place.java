package dev.reflux.config.grammar;

import dev.reflux.config.InvalidCampaignException;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.nodes.Node;

/**
 * Where something stands: the file, its line from 1, and the path of keys that leads to it (empty at the top).
 */
record Place(String file, int line, String path) {

    static Place top(String file, Node root) {
        return new Place(file, lineOf(root), "");
    }

    static int lineOf(Node node) {
        return node.getStartMark().map(Mark::getLine).orElse(0) + 1;
    }

    Place at(Node node) {
        return new Place(file, lineOf(node), path);
    }

    Place key(String key) {
        return new Place(file, line, path.isEmpty() ? key : path + "." + key);
    }

    Place item(int index) {
        return new Place(file, line, path + "[" + index + "]");
    }

    /** The error at this place: what it must be, what it is, what to write instead. */
    InvalidCampaignException refuse(String rule, String got, String remedy) {
        return refuse(rule + ", got " + got + "; " + remedy);
    }

    InvalidCampaignException refuse(String sentence) {
        String subject = file + " line " + line + (path.isEmpty() ? "" : ", " + path);
        return new InvalidCampaignException(subject + ": " + sentence);
    }
}
