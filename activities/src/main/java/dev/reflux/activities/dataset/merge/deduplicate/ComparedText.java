package dev.reflux.activities.dataset.merge.deduplicate;

import dev.reflux.activities.dataset.merge.deduplicate.DeduplicateSettings.Over;
import dev.reflux.activities.shard.Answer;
import dev.reflux.activities.shard.Message;
import dev.reflux.activities.shard.Sample;
import dev.reflux.activities.shard.Task;
import java.util.ArrayList;
import java.util.List;

/** The text by which a sample is compared. Its parts are set apart, so that what moves from one to the next is a difference. */
final class ComparedText {

    private static final String APART = "\u0000";

    private ComparedText() {}

    /** Empty where the sample has nothing of the kind. */
    static String of(Sample sample, Over over) {
        List<String> parts = new ArrayList<>();
        if (over != Over.ANSWER) {
            parts.addAll(asked(sample));
        }
        for (Answer answer : sample.answers()) {
            if (answer.mark() != null) {
                parts.add(answer.mark().name());
            }
            if (over != Over.TEXT || answer.mark() != null) {
                parts.add(answer.text());
            }
        }
        return String.join(APART, parts);
    }

    private static List<String> asked(Sample sample) {
        Task task = sample.task();
        List<String> parts = new ArrayList<>();
        if (task.system() != null || task.passage() != null || !task.history().isEmpty()) {
            parts.add(said(task.system()));
            parts.add(said(task.passage()));
            task.history().stream().map(Message::content).forEach(parts::add);
        }
        parts.add(sample.text());
        return parts;
    }

    private static String said(String part) {
        return part == null ? "" : part;
    }
}
