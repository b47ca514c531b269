package dev.reflux.activities.layout;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.reflux.activities.layout.Turn.Role;
import dev.reflux.activities.layout.Turn.ToolCall;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Lists of messages with {@code role} and {@code content}, as OpenAI and Hugging Face have them. */
final class Messages {
    private static final String REASONING = "reasoning_content";
    private static final Set<String> FIELDS = Set.of("role", "content", REASONING, "reasoning", "tool_calls");

    private Messages() {}

    static boolean isList(JsonNode value) {
        return value != null && value.isArray() && value.path(0).hasNonNull("role");
    }

    static List<Turn> read(JsonNode list, String column, Set<Loss> lost) {
        if (list == null || !list.isArray() || list.isEmpty()) {
            throw UnfitRowException.at(column, "a list of messages", list);
        }
        List<Turn> turns = new ArrayList<>();
        for (int i = 0; i < list.size(); i++) {
            turns.add(turn(list.get(i), column + "[" + i + "]", lost));
        }
        return turns;
    }

    static Turn turn(JsonNode message, String place, Set<Loss> lost) {
        if (!message.isObject()) {
            throw UnfitRowException.at(place, "a message with role and content", message);
        }
        ObjectNode fields = (ObjectNode) message;
        Role role = role(fields.get("role"), place + ".role");
        List<ToolCall> calls = calls(fields.path("tool_calls"), place + ".tool_calls");
        if (!calls.isEmpty() && role != Role.ASSISTANT) {
            throw UnfitRowException.at(place + ".tool_calls", "an assistant's", role.word());
        }
        String content = content(fields, place, !calls.isEmpty(), lost);
        return new Turn(role, content, reasoning(fields, place, lost), calls, Fields.filled(fields, FIELDS));
    }

    private static Role role(JsonNode value, String place) {
        for (Role role : Role.values()) {
            if (value != null && role.word().equals(value.textValue())) {
                return role;
            }
        }
        throw UnfitRowException.at(place, "system, developer, user, assistant or tool", value);
    }

    private static String content(ObjectNode message, String place, boolean calls, Set<Loss> lost) {
        JsonNode content = message.path("content");
        if (content.isTextual()) {
            return content.textValue();
        }
        if (content.isArray()) {
            lost.add(Loss.CONTENT_PARTS);
            StringBuilder text = new StringBuilder();
            content.forEach(part -> text.append(Fields.text(part.get("text"), place + ".content: each part")));
            return text.toString();
        }
        if (calls && (content.isNull() || content.isMissingNode())) {
            return null;
        }
        throw UnfitRowException.at(place + ".content", "text", content.isMissingNode() ? "nothing" : content);
    }

    private static String reasoning(ObjectNode message, String place, Set<Loss> lost) {
        if (Fields.has(message, REASONING)) {
            return Fields.text(message.get(REASONING), place + "." + REASONING);
        }
        if (Fields.has(message, "reasoning")) {
            lost.add(Loss.SPELLING);
            return Fields.text(message.get("reasoning"), place + ".reasoning");
        }
        return null;
    }

    private static List<ToolCall> calls(JsonNode list, String place) {
        if (list.isNull() || list.isMissingNode()) {
            return List.of();
        }
        List<ToolCall> calls = new ArrayList<>();
        for (JsonNode call : list) {
            JsonNode function = call.has("function") ? call.get("function") : call;
            JsonNode arguments = function.path("arguments");
            if (!arguments.isObject() && !arguments.isTextual()) {
                throw UnfitRowException.at(place + ": arguments", "an object, or a text that holds one", arguments);
            }
            String id = call.hasNonNull("id") ? Fields.text(call.get("id"), place + ": id") : null;
            calls.add(new ToolCall(id, Fields.text(function.get("name"), place + ": name"), arguments));
        }
        return calls;
    }

    static ArrayNode write(List<Turn> turns) {
        ArrayNode list = JsonNodeFactory.instance.arrayNode();
        turns.forEach(turn -> list.add(write(turn)));
        return list;
    }

    static ObjectNode write(Turn turn) {
        ObjectNode message = JsonNodeFactory.instance.objectNode();
        message.put("role", turn.role().word());
        message.put("content", turn.content());
        if (turn.reasoning() != null) {
            message.put(REASONING, turn.reasoning());
        }
        if (!turn.toolCalls().isEmpty()) {
            ArrayNode calls = message.putArray("tool_calls");
            turn.toolCalls().forEach(call -> calls.add(write(call)));
        }
        return message.setAll(turn.others());
    }

    private static ObjectNode write(ToolCall call) {
        ObjectNode written = JsonNodeFactory.instance.objectNode();
        if (call.id() != null) {
            written.put("id", call.id());
        }
        ObjectNode function = written.put("type", "function").putObject("function");
        function.put("name", call.name()).set("arguments", call.arguments());
        return written;
    }
}
