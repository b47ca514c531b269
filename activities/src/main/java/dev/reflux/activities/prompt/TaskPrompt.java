package dev.reflux.activities.prompt;

import dev.reflux.activities.shard.Message;
import dev.reflux.activities.shard.Task;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A task as whoever answers it is shown it: the text alone, behind its passage where it has one, under its system message,
 * which ends with the persona to answer as where there is one. Never shows the reference.
 */
public final class TaskPrompt {

    private static final Prompt PROMPT =
            Prompt.load(TaskPrompt.class, "task.txt", "system", "persona", "passage", "text");

    private TaskPrompt() {}

    /**
     * The last user turn, under a system message of its own.
     *
     * @param system system message, or null
     */
    public static Prompt.Messages of(String system, Task task, String text) {
        return PROMPT.render(Map.of(
                "system",
                empty(system),
                "persona",
                isIn(task.persona(), system) ? "" : empty(task.persona()),
                "passage",
                fenced(empty(task.passage()), "passage"),
                "text",
                text));
    }

    /** The system message that asks for answers as a persona would give them; one that names the persona stays as it is. */
    public static String system(String system, String persona) {
        return of(system, Task.NONE.withPersona(persona), "").system();
    }

    /** What goes before a task's text, for prompts that have the text rewritten: system message, earlier turns, passage. */
    public static String context(Task task) {
        List<String> parts = new ArrayList<>();
        if (task.system() != null) {
            parts.add("system: " + task.system());
        }
        for (Message turn : task.history()) {
            parts.add(turn.role().name().toLowerCase(Locale.ROOT) + ": " + turn.content());
        }
        if (task.passage() != null) {
            parts.add("passage: " + task.passage());
        }
        return String.join("\n", parts);
    }

    /** A text to stand between {@code <fence>} and {@code </fence>}: one that closed its own fence could pass as prompt. */
    public static String fenced(String text, String fence) {
        return text.replace("</" + fence + ">", "< /" + fence + ">");
    }

    /** SHA-256 of the template in hexadecimal; null where it adds no word to the task. */
    public static String fingerprint(Task task) {
        return task.persona() == null && task.passage() == null ? null : fingerprint();
    }

    public static String fingerprint() {
        return PROMPT.fingerprint().sha256();
    }

    private static boolean isIn(String persona, String system) {
        return persona != null && system != null && system.contains(persona);
    }

    private static String empty(String value) {
        return value == null ? "" : value;
    }
}
