package dev.reflux.activities.export;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.reflux.activities.shard.Answer;
import dev.reflux.activities.shard.Verdict;
import dev.reflux.activities.shard.Verdict.Outcome;
import java.util.Map;
import java.util.TreeMap;

/** Ratings of an answer by name, people's or else the judges'. */
final class Ratings {
    private Ratings() {}

    /** As {@code annotation_metrics} holds them; null where nobody rated it. */
    static ObjectNode of(Answer answer) {
        Map<String, Double> annotated = by("annotation/", answer);
        ObjectNode ratings = JsonNodeFactory.instance.objectNode();
        (annotated.isEmpty() ? by("judge/", answer) : annotated).forEach(ratings::put);
        return ratings.isEmpty() ? null : ratings;
    }

    private static Map<String, Double> by(String whom, Answer answer) {
        Map<String, Double> ratings = new TreeMap<>();
        for (Verdict verdict : answer.verdicts()) {
            if (verdict.by().startsWith(whom) && verdict.score() != null && verdict.outcome() != Outcome.UNDECIDED) {
                ratings.put(verdict.by().substring(whom.length()), verdict.score());
            }
        }
        return ratings;
    }
}
