package dev.reflux.activities.export;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import dev.reflux.activities.shard.Answer;
import dev.reflux.activities.shard.Answer.Mark;
import dev.reflux.activities.shard.Sample;
import dev.reflux.activities.shard.Verdict;
import dev.reflux.activities.shard.Verdict.Outcome;
import dev.reflux.config.Export;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A chosen and a rejected answer to one prompt, in the layout {@code preference}: texts, or lists of messages.
 *
 * @param ratings of the chosen answer by name, people's or else the judges'; null where they are not wanted, and left out where there are none
 */
@JsonPropertyOrder({"prompt", "chosen", "rejected", "annotation_metrics"})
record ExportedPair(
        Object prompt,
        Object chosen,
        Object rejected,

        @JsonProperty("annotation_metrics") @JsonInclude(JsonInclude.Include.NON_EMPTY)
        Map<String, Double> ratings) {

    /** One for each chosen answer with each rejected one. */
    static List<ExportedPair> of(Sample sample, Export export) {
        boolean messages = export.conversational();
        List<ExportedPair> pairs = new ArrayList<>();
        for (Answer chosen : marked(sample, Mark.CHOSEN)) {
            for (Answer rejected : marked(sample, Mark.REJECTED)) {
                pairs.add(new ExportedPair(
                        ExportedPrompt.prompt(sample, messages),
                        ExportedPrompt.answer(chosen.text(), messages),
                        ExportedPrompt.answer(rejected.text(), messages),
                        export.ratings() ? ratings(chosen) : null));
            }
        }
        return pairs;
    }

    private static List<Answer> marked(Sample sample, Mark mark) {
        return sample.answers().stream().filter(answer -> answer.mark() == mark).toList();
    }

    private static Map<String, Double> ratings(Answer answer) {
        Map<String, Double> annotated = ratings(answer, "annotation/");
        return annotated.isEmpty() ? ratings(answer, "judge/") : annotated;
    }

    private static Map<String, Double> ratings(Answer answer, String by) {
        Map<String, Double> ratings = new TreeMap<>();
        for (Verdict verdict : answer.verdicts()) {
            if (verdict.by().startsWith(by) && verdict.score() != null && verdict.outcome() != Outcome.UNDECIDED) {
                ratings.put(verdict.by().substring(by.length()), verdict.score());
            }
        }
        return ratings;
    }
}
