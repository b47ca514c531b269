package dev.reflux.activities.teacher;

import com.fasterxml.jackson.annotation.JsonIgnore;
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
 * @param continuation null for a chat; where given, {@code user} is raw text that the model goes on with, without any
 *     chat template, and there is neither system message nor history nor schema
 * @param about id of the one sample that this is asked about, or null; the books say so, the teacher is not told and the
 *     answer does not depend on it
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
        int sampleIndex,
        Continuation continuation,
        @JsonIgnore String about) {

    /**
     * How raw text is gone on with.
     *
     * @param stops texts before which the answer ends; they are no part of it
     * @param scoredFrom null where the model goes on; else the place in the text, in UTF-16 units, from which its own tokens are
     *     wanted with their probabilities, and the reply has no words
     */
    public record Continuation(
            List<String> stops,
            @JsonInclude(JsonInclude.Include.NON_NULL) Integer scoredFrom) {

        public Continuation {
            stops = List.copyOf(stops);
        }
    }

    public TeacherCall {
        history = List.copyOf(history);
    }

    /** A question to a chat model. */
    public TeacherCall(
            String system,
            List<Message> history,
            String user,
            String schema,
            double temperature,
            Double topP,
            int maxOutputTokens,
            boolean logprobs,
            int sampleIndex) {
        this(system, history, user, schema, temperature, topP, maxOutputTokens, logprobs, sampleIndex, null, null);
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
        this(system, List.of(), user, schema, temperature, null, maxOutputTokens, logprobs, sampleIndex, null, null);
    }

    /** A single question in free text, at temperature 0, first draw. */
    public static TeacherCall of(String system, String user, int maxOutputTokens) {
        return new TeacherCall(system, user, null, 0, maxOutputTokens, false, 0);
    }

    /** Raw text to go on with, at temperature 0, first draw; only a server of completions answers it. */
    public static TeacherCall continuing(String text, List<String> stops, int maxOutputTokens) {
        return new TeacherCall(
                null, List.of(), text, null, 0, null, maxOutputTokens, false, 0, new Continuation(stops, null), null);
    }

    /**
     * Raw text whose tokens from a place on are wanted with their probabilities, each after all that stands before it; only a server
     * that echoes prompts answers it. A token that begins before the place is not among them, nor is the text's first, which
     * follows nothing, where the server puts no token before it.
     */
    public static TeacherCall scoring(String text, int from) {
        return new TeacherCall(
                null, List.of(), text, null, 0, null, 1, true, 0, new Continuation(List.of(), from), null);
    }

    /** This question after earlier turns. */
    public TeacherCall after(List<Message> turns) {
        return new TeacherCall(
                system,
                turns,
                user,
                schema,
                temperature,
                topP,
                maxOutputTokens,
                logprobs,
                sampleIndex,
                continuation,
                about);
    }

    /** This question under another system message. */
    public TeacherCall under(String newSystem) {
        return new TeacherCall(
                newSystem,
                history,
                user,
                schema,
                temperature,
                topP,
                maxOutputTokens,
                logprobs,
                sampleIndex,
                continuation,
                about);
    }

    /** This question, answered by a JSON Schema. */
    public TeacherCall by(String newSchema) {
        return new TeacherCall(
                system,
                history,
                user,
                newSchema,
                temperature,
                topP,
                maxOutputTokens,
                logprobs,
                sampleIndex,
                continuation,
                about);
    }

    /** This question, sampled differently. */
    public TeacherCall sampled(double newTemperature, Double newTopP) {
        return new TeacherCall(
                system,
                history,
                user,
                schema,
                newTemperature,
                newTopP,
                maxOutputTokens,
                logprobs,
                sampleIndex,
                continuation,
                about);
    }

    /** Another draw for this question, from 0. */
    public TeacherCall draw(int index) {
        return new TeacherCall(
                system,
                history,
                user,
                schema,
                temperature,
                topP,
                maxOutputTokens,
                logprobs,
                index,
                continuation,
                about);
    }

    /** This question, booked as one about a sample. */
    public TeacherCall about(String sampleId) {
        return new TeacherCall(
                system,
                history,
                user,
                schema,
                temperature,
                topP,
                maxOutputTokens,
                logprobs,
                sampleIndex,
                continuation,
                sampleId);
    }
}
