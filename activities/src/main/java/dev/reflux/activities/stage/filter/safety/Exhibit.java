package dev.reflux.activities.stage.filter.safety;

import dev.reflux.activities.shard.Answer;
import dev.reflux.activities.shard.Sample;

/**
 * What is judged: an answer, or the text of its sample.
 *
 * @param answer null where it is the text
 */
public record Exhibit(Sample sample, Answer answer) {

    public static Exhibit text(Sample sample) {
        return new Exhibit(sample, null);
    }

    /** Who found what about it, as its verdict says: what is said of a text is not said of answers to it. */
    public String by() {
        return answer == null ? SafetyJudge.BY_TEXT : SafetyJudge.BY_ANSWER;
    }
}
