package dev.reflux.activities.dataset;

import com.fasterxml.jackson.databind.JsonNode;
import dev.reflux.activities.shard.Answer;
import dev.reflux.activities.shard.Message;
import dev.reflux.activities.shard.Message.Role;
import dev.reflux.activities.shard.Task;
import dev.reflux.config.TaskFields;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Reads what surrounds a text in a record of an input file, by the field names that the campaign maps. */
final class TaskReader {

    private static final String REMEDY = "write [{\"role\": \"user\", \"content\": \"…\"}, …], or map another field";

    private final InputFile file;
    private final TaskFields names;
    private final PairReader pairs;

    /**
     * What was found.
     *
     * @param text the last user turn of a conversation; null where there is none
     */
    record Read(String text, Task task, List<Answer> answers) {}

    TaskReader(InputFile file) {
        this.file = file;
        this.names = file.grammar().fields();
        this.pairs = new PairReader(names);
    }

    Read read(int line, JsonNode fields) {
        Map<String, String> checks = new TreeMap<>();
        names.checks().forEach((name, field) -> checks.put(name, required(line, fields, field)));
        Task task = new Task(
                optional(fields, names.system()),
                List.of(),
                optional(fields, names.passage()),
                null,
                optional(fields, names.reference()),
                checks);
        List<Answer> answers = pairs.read(fields);
        answers.addAll(answers(fields));
        JsonNode messages = fields.get(names.messages());
        return messages != null && messages.isArray() && !messages.isEmpty()
                ? conversation(line, messages, task, answers)
                : new Read(null, task, answers);
    }

    private Read conversation(int line, JsonNode messages, Task task, List<Answer> answers) {
        List<Message> turns = new ArrayList<>();
        messages.forEach(message -> turns.add(turn(line, message)));
        String system = turns.get(0).role() == Role.SYSTEM ? turns.remove(0).content() : task.system();
        List<Answer> all = new ArrayList<>(answers);
        if (!turns.isEmpty() && turns.get(turns.size() - 1).role() == Role.ASSISTANT) {
            all.add(0, Answer.of(turns.remove(turns.size() - 1).content(), null, null, null));
        }
        for (int turn = 0; turn < turns.size(); turn++) {
            Role due = turn % 2 == 0 ? Role.USER : Role.ASSISTANT;
            if (turns.get(turn).role() != due) {
                throw file.broken(
                        line,
                        "field '" + names.messages() + "' must have user and assistant speak in turn",
                        turns.get(turn).role().name().toLowerCase(Locale.ROOT) + " as turn " + (turn + 1),
                        REMEDY);
            }
        }
        if (turns.size() % 2 == 0) {
            throw file.broken(
                    line, "field '" + names.messages() + "' must hold a turn of the user", messages.toString(), REMEDY);
        }
        String text = turns.remove(turns.size() - 1).content();
        return new Read(text, task.withSystem(system).withHistory(turns), all);
    }

    private Message turn(int line, JsonNode message) {
        JsonNode content = message.path("content");
        for (Role role : Role.values()) {
            if (role.name().equalsIgnoreCase(message.path("role").asText()) && content.isTextual()) {
                return new Message(role, content.textValue());
            }
        }
        throw file.broken(
                line, "field '" + names.messages() + "' must hold roles and contents", message.toString(), REMEDY);
    }

    private List<Answer> answers(JsonNode fields) {
        List<Answer> answers = new ArrayList<>();
        for (String name : names.answers()) {
            JsonNode value = fields.path(name);
            Iterable<JsonNode> texts = value.isArray() ? value : List.of(value);
            texts.forEach(text -> {
                if (text.isTextual()) {
                    answers.add(Answer.of(text.textValue(), null, null, null));
                }
            });
        }
        return answers;
    }

    private String required(int line, JsonNode fields, String name) {
        String value = optional(fields, name);
        if (value == null) {
            throw file.broken(
                    line,
                    "needs field '" + name + "', which a verifier reads",
                    "none",
                    "add it, or correct fields.checks in the campaign");
        }
        return value;
    }

    /** A list or an object is taken as its JSON text. */
    private static String optional(JsonNode fields, String name) {
        JsonNode value = fields.get(name);
        if (value == null || value.isNull()) {
            return null;
        }
        return value.isValueNode() ? value.asText() : value.toString();
    }
}
