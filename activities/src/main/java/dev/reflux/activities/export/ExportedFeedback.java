package dev.reflux.activities.export;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import dev.reflux.activities.shard.Answer.Mark;
import dev.reflux.activities.shard.Sample;
import java.util.List;

/**
 * One marked answer in the layout {@code binary}: texts, or lists of messages.
 *
 * @param label true for a chosen answer
 */
@JsonPropertyOrder({"prompt", "completion", "label"})
record ExportedFeedback(Object prompt, Object completion, boolean label) {

    /** One for each marked answer, in their order. */
    static List<ExportedFeedback> of(Sample sample, boolean conversational) {
        return sample.answers().stream()
                .filter(answer -> answer.mark() != null)
                .map(answer -> new ExportedFeedback(
                        ExportedPrompt.prompt(sample, conversational),
                        ExportedPrompt.answer(answer.text(), conversational),
                        answer.mark() == Mark.CHOSEN))
                .toList();
    }
}
