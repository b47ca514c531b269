package dev.reflux.activities.stage.filter;

import dev.reflux.activities.shard.Answer;
import dev.reflux.activities.shard.Message;
import dev.reflux.activities.shard.Sample;
import dev.reflux.activities.shard.Task;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** The texts of a sample that a student may come to see, on the side that asks and on the side that answers. */
final class SampleTexts {

    private SampleTexts() {}

    /** The text, and what it stands among. */
    static List<String> asked(Sample sample) {
        Task task = sample.task();
        return present(Stream.concat(
                Stream.of(sample.text(), task.system(), task.passage(), task.persona()),
                task.history().stream().map(Message::content)));
    }

    /** An answer and its chain of thought. */
    static List<String> said(Answer answer) {
        return present(Stream.of(answer.text(), answer.reasoning()));
    }

    private static List<String> present(Stream<String> texts) {
        return texts.filter(text -> text != null && !text.isEmpty()).toList();
    }

    /** The sample with its asking side rewritten; what it is, and what verifiers read, stays. */
    static Sample asked(Sample sample, UnaryOperator<String> rewrite) {
        Task task = sample.task();
        Task rewritten = new Task(
                rewritten(task.system(), rewrite),
                task.history().stream()
                        .map(message -> new Message(message.role(), rewrite.apply(message.content())))
                        .toList(),
                rewritten(task.passage(), rewrite),
                rewritten(task.persona(), rewrite),
                task.reference(),
                task.checks(),
                task.verdicts());
        return sample.reworded(rewrite.apply(sample.text())).under(rewritten);
    }

    /** The sample with its answers rewritten. */
    static Sample said(Sample sample, UnaryOperator<String> rewrite) {
        return sample.answered(sample.answers().stream()
                .map(answer -> new Answer(
                        rewrite.apply(answer.text()),
                        rewritten(answer.reasoning(), rewrite),
                        answer.teacher(),
                        answer.prompt(),
                        answer.mark(),
                        answer.verdicts()))
                .toList());
    }

    private static String rewritten(String text, UnaryOperator<String> rewrite) {
        return text == null ? null : rewrite.apply(text);
    }
}
