package dev.reflux.activities.shard;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What surrounds a sample's text where it is an instruction: what is said before it, and what its answer is held to.
 *
 * @param system system message of the conversation, or null
 * @param history turns before the text, user and assistant in turn, beginning with the user; the text is the last user turn
 * @param passage the document that the instruction is about, or null
 * @param persona who asks or answers, or null
 * @param reference the right answer where it is known, or null; never shown to a teacher that answers
 * @param checks what verifiers read, by name, such as {@code tests} and {@code entryPoint}
 * @param verdicts what judges found about the text itself before it had an answer; answers bear them from then on
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Task(
        String system,
        List<Message> history,
        String passage,
        String persona,
        String reference,
        Map<String, String> checks,
        List<Verdict> verdicts) {

    /** Nothing but the text. */
    public static final Task NONE = new Task(null, List.of(), null, null, null, Map.of());

    public Task {
        history = history == null ? List.of() : List.copyOf(history);
        checks = checks == null ? new TreeMap<>() : new TreeMap<>(checks);
        verdicts = verdicts == null ? List.of() : List.copyOf(verdicts);
    }

    /** One whose text nobody has judged. */
    public Task(
            String system,
            List<Message> history,
            String passage,
            String persona,
            String reference,
            Map<String, String> checks) {
        this(system, history, passage, persona, reference, checks, List.of());
    }

    public Task withSystem(String newSystem) {
        return new Task(newSystem, history, passage, persona, reference, checks, verdicts);
    }

    public Task withHistory(List<Message> newHistory) {
        return new Task(system, newHistory, passage, persona, reference, checks, verdicts);
    }

    public Task withPassage(String newPassage) {
        return new Task(system, history, newPassage, persona, reference, checks, verdicts);
    }

    public Task withPersona(String newPersona) {
        return new Task(system, history, passage, newPersona, reference, checks, verdicts);
    }

    public Task withReference(String newReference) {
        return new Task(system, history, passage, persona, newReference, checks, verdicts);
    }

    /** The same around a text that was judged like this, or not at all. */
    public Task judged(List<Verdict> newVerdicts) {
        return new Task(system, history, passage, persona, reference, checks, newVerdicts);
    }
}
