package dev.reflux.activities.teacher;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.reflux.activities.shard.Message;
import java.util.List;

/**
 * A question whose answer depends on the teacher and on nothing but what is in it.
 *
 * @param system system message, or null
 * @param history turns before the question, user and assistant in turn; empty for a single question
 * @param user user message
 * @param schema JSON Schema the answer should follow, as JSON text; null where free text is wanted
 * @param temperature sampling temperature
 * @param topP share of the probability mass that is sampled from, in (0, 1]; null for the server's own
 * @param maxOutputTokens longest answer
 * @param logprobs true if the answer's token probabilities are wanted
 * @param sampleIndex tells several draws for the same question apart, from 0
 */
@JsonInclude(JsonInclude.Include.NON_DEFAULT)
public record TeacherCall(
        String system,
        List<Message> history,
        String user,
        String schema,
        double temperature,
        Double topP,
        int maxOutputTokens,
        boolean logprobs,
        int sampleIndex) {

    public TeacherCall {
        history = List.copyOf(history);
    }

    /** A single question to a chat model. */
    public TeacherCall(
            String system,
            String user,
            String schema,
            double temperature,
            int maxOutputTokens,
            boolean logprobs,
            int sampleIndex) {
        this(system, List.of(), user, schema, temperature, null, maxOutputTokens, logprobs, sampleIndex);
    }

    /** A single question in free text, at temperature 0, first draw. */
    public static TeacherCall of(String system, String user, int maxOutputTokens) {
        return new TeacherCall(system, user, null, 0, maxOutputTokens, false, 0);
    }

    /** This question after earlier turns. */
    public TeacherCall after(List<Message> turns) {
        return new TeacherCall(system, turns, user, schema, temperature, topP, maxOutputTokens, logprobs, sampleIndex);
    }

    /** This question under another system message. */
    public TeacherCall under(String newSystem) {
        return new TeacherCall(
                newSystem, history, user, schema, temperature, topP, maxOutputTokens, logprobs, sampleIndex);
    }

    /** This question, answered by a JSON Schema. */
    public TeacherCall by(String newSchema) {
        return new TeacherCall(
                system, history, user, newSchema, temperature, topP, maxOutputTokens, logprobs, sampleIndex);
    }

    /** This question, sampled differently. */
    public TeacherCall sampled(double newTemperature, Double newTopP) {
        return new TeacherCall(
                system, history, user, schema, newTemperature, newTopP, maxOutputTokens, logprobs, sampleIndex);
    }

    /** Another draw for this question, from 0. */
    public TeacherCall draw(int index) {
        return new TeacherCall(system, history, user, schema, temperature, topP, maxOutputTokens, logprobs, index);
    }
}
