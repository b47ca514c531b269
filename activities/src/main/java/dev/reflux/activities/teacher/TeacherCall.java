package dev.reflux.activities.teacher;

/**
 * A question whose answer depends on the teacher and on nothing but what is in it.
 *
 * @param system system message, or null
 * @param user user message
 * @param schema JSON Schema the answer should follow, as JSON text; null where free text is wanted
 * @param temperature sampling temperature
 * @param maxOutputTokens longest answer
 * @param logprobs true if the answer's token probabilities are wanted
 * @param sampleIndex tells several draws for the same question apart, from 0
 */
public record TeacherCall(
        String system,
        String user,
        String schema,
        double temperature,
        int maxOutputTokens,
        boolean logprobs,
        int sampleIndex) {}
