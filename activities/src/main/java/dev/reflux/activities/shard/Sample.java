package dev.reflux.activities.shard;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * The unit of data: one flat record that stages read and write.
 *
 * @param id derived from content and lineage, so that a rerun makes the same ids
 * @param text what is to be labelled, or the instruction to be answered
 * @param label the label in force, or the final answer that several answers agree on; null before there is one
 * @param confidence probability in [0, 1] that the label is right, or null
 * @param candidates the most probable labels, best first; empty where there is no such view
 * @param decision whether the sample goes on
 * @param reason why it was rejected, a stable kebab-case word; null where it was not
 * @param provenance where it comes from and what made it
 * @param task what surrounds the text where it is an instruction
 * @param answers candidate answers to it, the best first once one is chosen
 */
public record Sample(
        String id,
        String text,
        String label,
        Double confidence,
        List<Candidate> candidates,
        Decision decision,
        String reason,
        Provenance provenance,

        @JsonInclude(value = JsonInclude.Include.CUSTOM, valueFilter = NoTask.class)
        Task task,

        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Answer> answers) {

    /** Whether a sample goes on to the next stage. */
    public enum Decision {
        ACCEPTED,
        REJECTED
    }

    /** A label with its probability in [0, 1]. */
    public record Candidate(String label, double confidence) {}

    /**
     * Where a sample comes from and what made it.
     *
     * @param origin input file's name and line, such as {@code pool.jsonl:17}; the campaign's name where it was made from
     *     nothing
     * @param teacher identity of the teacher that labelled or wrote it, or null
     * @param prompt SHA-256 of the prompt template, or null where no prompt was used
     * @param round round of the label or of its making, 0 before the first
     * @param stage stage that decided on it last, or null
     * @param parents ids of the samples it was made from; empty for one that came in from outside
     * @param operations what was done to make it, oldest first, such as {@code evolve/deepen}
     */
    public record Provenance(
            String origin,
            String teacher,
            String prompt,
            int round,
            String stage,

            @JsonInclude(JsonInclude.Include.NON_EMPTY) List<String> parents,

            @JsonInclude(JsonInclude.Include.NON_EMPTY) List<String> operations) {

        public Provenance {
            parents = parents == null ? List.of() : List.copyOf(parents);
            operations = operations == null ? List.of() : List.copyOf(operations);
        }

        /** Of a sample that was not made from another. */
        public Provenance(String origin, String teacher, String prompt, int round, String stage) {
            this(origin, teacher, prompt, round, stage, List.of(), List.of());
        }

        /** This origin, with another maker. */
        public Provenance by(String newTeacher, String newPrompt, int newRound, String newStage) {
            return new Provenance(origin, newTeacher, newPrompt, newRound, newStage, parents, operations);
        }

        public Provenance signed(String by) {
            return new Provenance(origin, teacher, prompt, round, by, parents, operations);
        }

        /** Of a sample made from one of this provenance. */
        Provenance madeFrom(String parent, String operation) {
            return new Provenance(origin, teacher, prompt, round, stage, List.of(parent), operations).after(operation);
        }

        /** With one operation more. */
        public Provenance after(String operation) {
            List<String> all = new ArrayList<>(operations);
            all.add(operation);
            return new Provenance(origin, teacher, prompt, round, stage, parents, all);
        }
    }

    public Sample {
        candidates = candidates == null ? List.of() : List.copyOf(candidates);
        task = task == null ? Task.NONE : task;
        answers = answers == null ? List.of() : List.copyOf(answers);
    }

    /** A text to be labelled: no task around it, no answers. */
    public Sample(
            String id,
            String text,
            String label,
            Double confidence,
            List<Candidate> candidates,
            Decision decision,
            String reason,
            Provenance provenance) {
        this(id, text, label, confidence, candidates, decision, reason, provenance, Task.NONE, List.of());
    }

    /** This sample under another label, accepted so far. */
    public Sample labelled(String newLabel, double newConfidence, List<Candidate> newCandidates, Provenance by) {
        return new Sample(id, text, newLabel, newConfidence, newCandidates, Decision.ACCEPTED, null, by, task, answers);
    }

    /** This sample without any label, accepted so far. */
    public Sample unlabelled(Provenance by) {
        return new Sample(id, text, null, null, List.of(), Decision.ACCEPTED, null, by, task, answers);
    }

    /**
     * A new sample made from this one, accepted so far: its id is that of the parent, the operation and the new text.
     *
     * @param operation what was done, such as {@code evolve/deepen}
     */
    public Sample child(String newText, String operation) {
        return new Sample(
                SampleId.of(id, operation, newText),
                newText,
                null,
                null,
                List.of(),
                Decision.ACCEPTED,
                null,
                provenance.madeFrom(id, operation),
                task.judged(List.of()),
                List.of());
    }

    /**
     * As {@link #child(String, String)}, one of several that may have the same text.
     *
     * @param place tells them apart in their ids
     */
    public Sample child(String newText, String operation, String place) {
        return child(newText, operation).named(SampleId.of(id, operation, newText, place));
    }

    /** This sample under another id. */
    public Sample named(String newId) {
        return new Sample(newId, text, label, confidence, candidates, decision, reason, provenance, task, answers);
    }

    /** This sample in other words; it stays the same one. */
    public Sample reworded(String newText) {
        return new Sample(id, newText, label, confidence, candidates, decision, reason, provenance, task, answers);
    }

    /** This sample with another final answer and its certainty. */
    public Sample concluded(String answer, Double certainty) {
        return new Sample(id, text, answer, certainty, candidates, decision, reason, provenance, task, answers);
    }

    /** This sample with other answers. */
    public Sample answered(List<Answer> newAnswers) {
        return new Sample(id, text, label, confidence, candidates, decision, reason, provenance, task, newAnswers);
    }

    /** This sample with another task around its text. */
    public Sample under(Task newTask) {
        return new Sample(id, text, label, confidence, candidates, decision, reason, provenance, newTask, answers);
    }

    /** This sample with another provenance. */
    public Sample from(Provenance newProvenance) {
        return new Sample(id, text, label, confidence, candidates, decision, reason, newProvenance, task, answers);
    }

    /** This sample, rejected for a reason; everything else stays on record. */
    public Sample rejected(String why) {
        return new Sample(id, text, label, confidence, candidates, Decision.REJECTED, why, provenance, task, answers);
    }

    /** This sample, let through in spite of its rejection. */
    public Sample readmitted() {
        return new Sample(id, text, label, confidence, candidates, Decision.ACCEPTED, null, provenance, task, answers);
    }

    @JsonIgnore
    public boolean isAccepted() {
        return decision == Decision.ACCEPTED;
    }

    /** Leaves an empty task out of the file. */
    static final class NoTask {
        @Override
        public boolean equals(Object other) {
            return other == null || Task.NONE.equals(other);
        }

        @Override
        public int hashCode() {
            return Objects.hash(Task.NONE);
        }
    }
}
