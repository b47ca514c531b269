package dev.reflux.activities.report;

import dev.reflux.activities.report.markup.Figures;
import dev.reflux.activities.report.markup.Markup;
import dev.reflux.activities.report.survey.Excerpt;
import dev.reflux.activities.shard.Answer;
import dev.reflux.activities.shard.Message;
import dev.reflux.activities.shard.Sample;
import dev.reflux.activities.shard.Task;
import dev.reflux.activities.shard.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** One sample for people: what was said around it, its text, its answers with their verdicts, and its lineage. */
final class SampleCard {
    private static final int LONGEST_TEXT = 280;
    private static final int LONGEST_ANSWER = 400;
    private static final int MOST_ANSWERS = 3;
    private static final int MOST_TURNS = 4;

    private SampleCard() {}

    static Markup of(Sample sample) {
        Markup card = Markup.of("li");
        addTask(card, sample.task());
        if (!sample.text().isEmpty()) {
            Markup text = Markup.text("q", Excerpt.of(sample.text(), LONGEST_TEXT));
            card.add(sample.answers().isEmpty() ? text : text.as("asked"));
        }
        sample.answers().stream().limit(MOST_ANSWERS).forEach(answer -> card.add(answer(answer)));
        int more = sample.answers().size() - MOST_ANSWERS;
        if (more > 0) {
            card.add(Markup.text("small", "and " + Figures.of(more, "more answer")));
        }
        return card.add(Markup.text("small", String.join(" · ", facts(sample))));
    }

    private static void addTask(Markup card, Task task) {
        addPart(card, "system", task.system());
        addPart(card, "persona", task.persona());
        addPart(card, "passage", task.passage());
        List<Message> turns = task.history();
        for (Message turn : turns.subList(Math.max(0, turns.size() - MOST_TURNS), turns.size())) {
            addPart(card, turn.role().name().toLowerCase(Locale.ROOT), turn.content());
        }
    }

    private static void addPart(Markup card, String name, String text) {
        if (text != null) {
            card.add(Markup.of("p", Markup.text("b", name))
                    .say(" " + Excerpt.of(text, LONGEST_TEXT))
                    .as("around"));
        }
    }

    private static Markup answer(Answer answer) {
        String mark = answer.mark() == null ? "" : " " + answer.mark().name().toLowerCase(Locale.ROOT);
        Markup block = Markup.of("div").as("answer" + mark);
        if (answer.reasoning() != null) {
            block.add(Markup.text("p", Excerpt.of(answer.reasoning(), LONGEST_TEXT))
                    .as("thought"));
        }
        block.add(Markup.text("p", Excerpt.of(answer.text(), LONGEST_ANSWER)));
        List<String> words = new ArrayList<>();
        if (!mark.isEmpty()) {
            words.add(mark.strip());
        }
        answer.verdicts().forEach(verdict -> words.add(verdict(verdict)));
        return words.isEmpty() ? block : block.add(Markup.text("small", String.join(" · ", words)));
    }

    private static String verdict(Verdict verdict) {
        StringBuilder words = new StringBuilder(verdict.by()).append(' ');
        words.append(verdict.outcome().name().toLowerCase(Locale.ROOT));
        if (verdict.score() != null) {
            words.append(" at ").append(Figures.score(verdict.score()));
        }
        return verdict.reason() == null
                ? words.toString()
                : words.append(" (").append(verdict.reason()).append(')').toString();
    }

    /** Label, operations that made it, where it comes from. */
    private static List<String> facts(Sample sample) {
        List<String> facts = new ArrayList<>();
        if (sample.label() != null) {
            String certainty = sample.confidence() == null ? "" : " at " + Figures.decimal(sample.confidence());
            facts.add(Excerpt.of(sample.label(), LONGEST_TEXT) + certainty);
        }
        Sample.Provenance provenance = sample.provenance();
        if (!provenance.operations().isEmpty()) {
            facts.add(String.join(" → ", provenance.operations()));
        }
        facts.add("from " + provenance.origin());
        if (!provenance.parents().isEmpty()) {
            facts.add("made of " + String.join(", ", provenance.parents()));
        }
        facts.add("sample " + sample.id());
        return facts;
    }
}
