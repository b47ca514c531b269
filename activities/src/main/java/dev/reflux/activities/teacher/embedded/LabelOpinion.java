package dev.reflux.activities.teacher.embedded;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.reflux.activities.shard.Sample.Candidate;
import java.util.List;

/**
 * The embedded teacher's reply: {@code {"candidates":[{"label":"refund","confidence":0.83}, ...]}}.
 *
 * @param candidates at most {@value #MOST_CANDIDATES} labels, best first, with raw, uncalibrated confidences
 */
public record LabelOpinion(List<Candidate> candidates) {

    public static final int MOST_CANDIDATES = 5;

    private static final JsonMapper JSON = new JsonMapper();

    public LabelOpinion {
        candidates = List.copyOf(candidates);
    }

    /**
     * Reads a reply's text.
     *
     * @throws IllegalArgumentException if it is not one of the embedded teacher's
     */
    public static LabelOpinion parse(String reply) {
        try {
            return JSON.readValue(reply, LabelOpinion.class);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(
                    "The embedded teacher's reply must be {\"candidates\":[...]}, got " + reply, e);
        }
    }

    /** The reply's text; {@link #parse} reads it back. */
    public String print() {
        try {
            return JSON.writeValueAsString(this);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A label opinion cannot be written as JSON: " + e.getMessage(), e);
        }
    }
}
