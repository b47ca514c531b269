package dev.reflux.activities.shard;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.ArrayList;
import java.util.List;

/**
 * One answer to a sample's text, of one or several candidates.
 *
 * @param text what is given to the user: the final answer, without its chain of thought
 * @param reasoning the chain of thought that led to it, or null
 * @param teacher identity of the teacher that gave it; null where it came with the input
 * @param prompt SHA-256 of the prompt template it was asked with, or null
 * @param mark its place in a preference pair; null where it is in none
 * @param verdicts what verifiers and judges found, in the order of the stages
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Answer(String text, String reasoning, String teacher, String prompt, Mark mark, List<Verdict> verdicts) {

    /** An answer's place in a preference pair, or its verdict in binary feedback. */
    public enum Mark {
        CHOSEN,
        REJECTED
    }

    public Answer {
        text = text == null ? "" : text;
        verdicts = verdicts == null ? List.of() : List.copyOf(verdicts);
    }

    /** An answer that nobody has looked at yet. */
    public static Answer of(String text, String reasoning, String teacher, String prompt) {
        return new Answer(text, reasoning, teacher, prompt, null, List.of());
    }

    /** An answer to a text that was judged before it had any. */
    public static Answer of(String text, String reasoning, String teacher, String prompt, Task task) {
        return new Answer(text, reasoning, teacher, prompt, null, task.verdicts());
    }

    /** This answer with one verdict more. */
    public Answer judged(Verdict verdict) {
        List<Verdict> all = new ArrayList<>(verdicts);
        all.add(verdict);
        return new Answer(text, reasoning, teacher, prompt, mark, all);
    }

    /** This answer with these verdicts, in the place of earlier ones by the same. */
    public Answer judgedAnew(List<Verdict> newVerdicts) {
        return new Answer(text, reasoning, teacher, prompt, mark, Verdict.anew(verdicts, newVerdicts));
    }

    public Answer marked(Mark newMark) {
        return new Answer(text, reasoning, teacher, prompt, newMark, verdicts);
    }
}
