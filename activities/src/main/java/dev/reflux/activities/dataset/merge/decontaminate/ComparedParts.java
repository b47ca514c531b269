package dev.reflux.activities.dataset.merge.decontaminate;

import dev.reflux.activities.dataset.merge.decontaminate.DecontaminateSettings.Of;
import dev.reflux.activities.shard.Answer;
import dev.reflux.activities.shard.Message;
import dev.reflux.activities.shard.Message.Role;
import dev.reflux.activities.shard.Sample;
import java.util.ArrayList;
import java.util.List;

/** The texts of a sample that are compared, each by itself. */
final class ComparedParts {

    private ComparedParts() {}

    static List<String> of(Sample sample, Of of) {
        List<String> parts = new ArrayList<>();
        for (Message turn : sample.task().history()) {
            if (turn.role() == Role.USER ? of != Of.ANSWER : turn.role() == Role.ASSISTANT && of != Of.TEXT) {
                parts.add(turn.content());
            }
        }
        if (of != Of.ANSWER) {
            parts.add(sample.text());
            if (sample.task().passage() != null) {
                parts.add(sample.task().passage());
            }
        }
        if (of != Of.TEXT) {
            sample.answers().stream().map(Answer::text).forEach(parts::add);
        }
        return parts;
    }
}
