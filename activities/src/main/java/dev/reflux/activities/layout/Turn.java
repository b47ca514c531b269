package dev.reflux.activities.layout;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;

/**
 * One message of a conversation.
 *
 * @param content what was said; null only where tools are called instead
 * @param reasoning the chain of thought before it, null where there is none
 * @param toolCalls in their order; empty for all but assistants
 * @param others fields of the message without a meaning here, such as {@code name} or {@code tool_call_id}
 */
public record Turn(Role role, String content, String reasoning, List<ToolCall> toolCalls, ObjectNode others) {

    /** Who speaks. */
    public enum Role {
        SYSTEM,
        DEVELOPER,
        USER,
        ASSISTANT,
        TOOL;

        /** In lower case, as chat templates want it. */
        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * A function that the assistant wants called.
     *
     * @param id null where there is none
     * @param arguments an object, or a text that holds one
     */
    public record ToolCall(String id, String name, JsonNode arguments) {}

    public Turn {
        toolCalls = List.copyOf(toolCalls);
    }

    /** A plain message. */
    public static Turn of(Role role, String content) {
        return new Turn(role, content, null, List.of(), JsonNodeFactory.instance.objectNode());
    }

    /** Whether role and content are all there is. */
    boolean isPlain() {
        return content != null && reasoning == null && toolCalls.isEmpty() && others.isEmpty();
    }

    boolean isBy(Role speaker) {
        return role == speaker;
    }
}
