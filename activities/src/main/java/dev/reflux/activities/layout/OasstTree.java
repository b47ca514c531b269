package dev.reflux.activities.layout;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.reflux.activities.layout.Turn.Role;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/**
 * One message of Open Assistant's trees with what was replied to it (Köpf et al. 2023, arXiv 2304.07327).
 *
 * @param rank among its siblings, 0 for the best; null where nobody ranked it
 * @param replies in the file's order
 */
record OasstTree(String id, Turn turn, Double rank, List<OasstTree> replies) {

    static final String PROMPT = "prompt";
    static final String REPLIES = "replies";

    /** Deeper than people talk, and not too deep to walk. */
    private static final int DEEPEST = 500;

    private static final String PROMPTER = "prompter";
    private static final String ASSISTANT = "assistant";

    /** Whether a row is a whole tree. */
    static boolean isTree(ObjectNode row) {
        return row.path(PROMPT).hasNonNull("text")
                && row.path(PROMPT).path("role").asText().equals(PROMPTER);
    }

    /** Whether a row is one message of a tree. */
    static boolean isMessage(ObjectNode row) {
        String role = row.path("role").asText();
        return Fields.has(row, "message_id", "text") && (role.equals(PROMPTER) || role.equals(ASSISTANT));
    }

    /** A whole tree; null where its prompt was withdrawn. */
    static OasstTree of(ObjectNode row, Set<Loss> lost) {
        JsonNode prompt = row.get(PROMPT);
        if (prompt == null || !prompt.isObject()) {
            throw UnfitRowException.at(PROMPT, "the first message of a tree", prompt == null ? "nothing" : prompt);
        }
        return message((ObjectNode) prompt, Role.USER, PROMPT, 0, lost);
    }

    private static OasstTree message(ObjectNode message, Role speaker, String place, int depth, Set<Loss> lost) {
        if (depth > DEEPEST) {
            throw new UnfitRowException("a tree must be at most " + DEEPEST + " messages deep, got more");
        }
        String role = Fields.text(message.get("role"), place + ".role");
        if (!role.equals(speaker == Role.USER ? PROMPTER : ASSISTANT)) {
            throw UnfitRowException.at(place + ".role", speaker == Role.USER ? PROMPTER : ASSISTANT, role);
        }
        String text = Fields.text(message.get("text"), place + ".text");
        if (isWithdrawn(message, place)) {
            lost.add(Loss.WITHDRAWN);
            return null;
        }
        List<OasstTree> replies = new ArrayList<>();
        int number = 0;
        for (JsonNode reply : message.path(REPLIES)) {
            String below = place + "." + REPLIES + "[" + number++ + "]";
            if (!reply.isObject()) {
                throw UnfitRowException.at(below, "a message", reply);
            }
            Role next = speaker == Role.USER ? Role.ASSISTANT : Role.USER;
            OasstTree read = message((ObjectNode) reply, next, below, depth + 1, lost);
            if (read != null) {
                replies.add(read);
            }
        }
        return new OasstTree(
                message.path("message_id").asText(), Turn.of(speaker, text), rank(message, place), replies);
    }

    private static boolean isWithdrawn(ObjectNode message, String place) {
        return message.hasNonNull("deleted") && Fields.truth(message.get("deleted"), place + ".deleted")
                || message.hasNonNull("review_result")
                        && !Fields.truth(message.get("review_result"), place + ".review_result");
    }

    private static Double rank(ObjectNode message, String place) {
        JsonNode rank = message.path("rank");
        if (rank.isNumber()) {
            return rank.doubleValue();
        }
        if (rank.isTextual() && rank.textValue().matches("\\d{1,9}(\\.0+)?")) {
            return Double.valueOf(rank.textValue());
        }
        if (rank.isMissingNode()
                || rank.isNull()
                || rank.isTextual() && rank.textValue().isEmpty()) {
            return null;
        }
        throw UnfitRowException.at(place + ".rank", "a number", rank);
    }

    /** Replies that were ranked, the best first; of equal ones the first. */
    List<OasstTree> ranked() {
        return replies.stream()
                .filter(reply -> reply.rank() != null)
                .sorted(Comparator.comparing(OasstTree::rank))
                .toList();
    }
}
