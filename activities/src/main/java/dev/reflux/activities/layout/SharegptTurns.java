package dev.reflux.activities.layout;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.reflux.activities.layout.Turn.Role;
import dev.reflux.activities.layout.Turn.ToolCall;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Turns with {@code from} and {@code value}; a call of functions is a turn whose value is their JSON. */
final class SharegptTurns {
    private static final String FUNCTION_CALL = "function_call";
    private static final Map<Role, String> NAMES =
            Map.of(Role.SYSTEM, "system", Role.USER, "human", Role.ASSISTANT, "gpt", Role.TOOL, "observation");
    private static final Map<String, Role> ROLES = Map.ofEntries(
            Map.entry("system", Role.SYSTEM),
            Map.entry("human", Role.USER),
            Map.entry("user", Role.USER),
            Map.entry("gpt", Role.ASSISTANT),
            Map.entry("chatgpt", Role.ASSISTANT),
            Map.entry("assistant", Role.ASSISTANT),
            Map.entry("model", Role.ASSISTANT),
            Map.entry("observation", Role.TOOL),
            Map.entry("tool", Role.TOOL));

    private SharegptTurns() {}

    static boolean isList(JsonNode value) {
        return value != null && value.isArray() && value.path(0).hasNonNull("from");
    }

    static List<Turn> read(JsonNode list, String column, Set<Loss> lost) {
        if (list == null || !list.isArray() || list.isEmpty()) {
            throw UnfitRowException.at(column, "a list of turns with from and value", list);
        }
        List<Turn> turns = new ArrayList<>();
        for (int i = 0; i < list.size(); i++) {
            turns.add(said(list.get(i), column + "[" + i + "]", lost));
        }
        return turns;
    }

    /** The answer of a pair: a turn, or its text alone. */
    static Turn turn(JsonNode turn, String place, Set<Loss> lost) {
        return turn.isTextual() ? Turn.of(Role.ASSISTANT, turn.textValue()) : said(turn, place, lost);
    }

    private static Turn said(JsonNode turn, String place, Set<Loss> lost) {
        if (!turn.isObject()) {
            throw UnfitRowException.at(place, "a turn with from and value", turn);
        }
        String from = Fields.text(turn.get("from"), place + ".from");
        String value = Fields.text(turn.get("value"), place + ".value");
        ObjectNode others = Fields.filled((ObjectNode) turn, Set.of("from", "value"));
        if (from.equals(FUNCTION_CALL)) {
            List<ToolCall> calls = calls(value, place, lost);
            return new Turn(Role.ASSISTANT, null, null, calls, others);
        }
        Role role = ROLES.get(from);
        if (role == null) {
            throw UnfitRowException.at(place + ".from", "system, human, gpt, function_call or observation", from);
        }
        if (!from.equals(NAMES.get(role))) {
            lost.add(Loss.SPELLING);
        }
        return new Turn(role, value, null, List.of(), others);
    }

    private static List<ToolCall> calls(String value, String place, Set<Loss> lost) {
        JsonNode json = SpacedJson.read(value);
        if (json == null || !json.isContainerNode() || json.isEmpty()) {
            throw UnfitRowException.at(place + ".value", "a function call in JSON", value);
        }
        List<ToolCall> calls = new ArrayList<>();
        for (JsonNode call : json.isArray() ? json : List.of(json)) {
            String name = Fields.text(call.get("name"), place + ".value: name");
            JsonNode arguments = call.path("arguments");
            if (!arguments.isObject() && !arguments.isTextual()) {
                throw UnfitRowException.at(place + ".value: arguments", "an object", arguments);
            }
            calls.add(new ToolCall(call.path("id").textValue(), name, arguments));
        }
        if (!value(calls, Losses.none()).equals(value)) {
            lost.add(Loss.SPELLING);
        }
        return calls;
    }

    static ObjectNode write(Turn turn, Set<Loss> lost) {
        ObjectNode written = JsonNodeFactory.instance.objectNode();
        if (turn.reasoning() != null) {
            lost.add(Loss.REASONING);
        }
        if (turn.toolCalls().isEmpty()) {
            boolean developer = turn.isBy(Role.DEVELOPER);
            if (developer) {
                lost.add(Loss.DEVELOPER_AS_SYSTEM);
            }
            written.put("from", NAMES.get(developer ? Role.SYSTEM : turn.role()))
                    .put("value", turn.content());
        } else {
            if (turn.content() != null && !turn.content().isEmpty()) {
                lost.add(Loss.CONTENT_BESIDE_TOOL_CALLS);
            }
            written.put("from", FUNCTION_CALL).put("value", value(turn.toolCalls(), lost));
        }
        turn.others().properties().forEach(field -> carry(field.getKey(), field.getValue(), written, lost));
        return written;
    }

    private static void carry(String name, JsonNode value, ObjectNode turn, Set<Loss> lost) {
        if (name.equals("tool_call_id")) {
            lost.add(Loss.TOOL_CALL_IDS);
        } else if (turn.has(name)) {
            lost.add(Loss.MESSAGE_FIELDS);
        } else {
            turn.set(name, value);
        }
    }

    private static String value(List<ToolCall> calls, Set<Loss> lost) {
        ArrayNode list = JsonNodeFactory.instance.arrayNode();
        for (ToolCall call : calls) {
            if (call.id() != null) {
                lost.add(Loss.TOOL_CALL_IDS);
            }
            list.addObject().put("name", call.name()).set("arguments", arguments(call, lost));
        }
        return SpacedJson.write(list.size() == 1 ? list.get(0) : list);
    }

    private static JsonNode arguments(ToolCall call, Set<Loss> lost) {
        if (call.arguments().isObject()) {
            return call.arguments();
        }
        JsonNode parsed = SpacedJson.read(call.arguments().textValue());
        if (parsed == null || !parsed.isObject()) {
            throw UnfitRowException.at("arguments of tool call " + call.name(), "an object in JSON", call.arguments());
        }
        lost.add(Loss.SPELLING);
        return parsed;
    }
}
