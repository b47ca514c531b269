package dev.reflux.worker.difference;

import dev.reflux.activities.shard.Answer;
import dev.reflux.activities.shard.Sample;
import dev.reflux.activities.shard.TextKey;
import dev.reflux.worker.dataset.SameText;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.StringJoiner;

/**
 * What is kept of a sample to compare another with it.
 *
 * @param text 64 bits of the normalised text
 * @param answers 64 bits of the answers' texts and marks, in their order
 * @param label null where it has none
 */
record Remembered(long text, long answers, String label, String decision) {

    static Remembered of(Sample sample) {
        StringJoiner answers = new StringJoiner("\u0000");
        for (Answer answer : sample.answers()) {
            answers.add(String.valueOf(answer.mark())).add(answer.text());
        }
        String label = sample.label() == null ? null : sample.label().intern();
        return new Remembered(
                SameText.key(sample),
                TextKey.of(answers.toString()),
                label,
                Difference.Shown.decision(sample).intern());
    }

    /** In what another sample differs; empty where in nothing. */
    List<String> differences(Remembered other) {
        List<String> kinds = new ArrayList<>();
        if (text != other.text) {
            kinds.add("text");
        }
        if (!Objects.equals(label, other.label)) {
            kinds.add("label");
        }
        if (answers != other.answers) {
            kinds.add("answers");
        }
        if (!decision.equals(other.decision)) {
            kinds.add("decision");
        }
        return kinds;
    }
}
