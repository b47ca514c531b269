package dev.reflux.activities.teacher;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.Function;

/**
 * How a {@link ScriptedTeacher} behaves.
 *
 * @param faults probability of each fault, drawn anew for each attempt at a question
 * @param retryAfter what a throttled caller is asked to wait
 * @param answers what it answers, by system and user message
 */
public record Script(
        long randomSeed,
        Duration delay,
        Map<Fault, Double> faults,
        Duration retryAfter,
        Function<Question, ScriptedAnswer> answers) {

    /**
     * A question as the teacher reads it.
     *
     * @param system empty where there is none
     * @param schema of the answer, as OpenAI's API has it; a missing node where there is none
     */
    public record Question(String system, String user, JsonNode schema) {}

    public Script {
        faults = faults.isEmpty() ? new EnumMap<>(Fault.class) : new EnumMap<>(faults);
    }

    public static Script answering(Function<Question, ScriptedAnswer> answers) {
        return new Script(1, Duration.ZERO, Map.of(), Duration.ZERO, answers);
    }

    public static Script answering(String text) {
        return answering(question -> ScriptedAnswer.of(text));
    }

    public Script after(Duration wait) {
        return new Script(randomSeed, wait, faults, retryAfter, answers);
    }

    public Script failing(Fault fault, double probability) {
        Map<Fault, Double> more = faults.isEmpty() ? new EnumMap<>(Fault.class) : new EnumMap<>(faults);
        more.put(fault, probability);
        return new Script(randomSeed, delay, more, retryAfter, answers);
    }

    public Script askingToWait(Duration wait) {
        return new Script(randomSeed, delay, faults, wait, answers);
    }

    /**
     * Reads {@code delay=200ms,seed=7,retry-after=1s,throttle=0.04,stall-body=0.01}.
     *
     * @throws IllegalArgumentException at a word it does not know
     */
    public static Script parse(String spec, Function<Question, ScriptedAnswer> answers) {
        Script script = answering(answers);
        for (String setting : spec.isBlank() ? new String[0] : spec.split(",")) {
            String[] pair = setting.split("=", 2);
            script = script.with(pair[0].trim(), pair[1].trim());
        }
        return script;
    }

    private Script with(String name, String value) {
        return switch (name) {
            case "delay" -> after(duration(value));
            case "retry-after" -> askingToWait(duration(value));
            case "seed" -> new Script(Long.parseLong(value), delay, faults, retryAfter, answers);
            default -> failing(fault(name), Double.parseDouble(value));
        };
    }

    private static Fault fault(String name) {
        for (Fault fault : Fault.values()) {
            if (fault.spelling().equals(name)) {
                return fault;
            }
        }
        throw new IllegalArgumentException("A script knows delay, retry-after, seed and faults, got " + name);
    }

    private static Duration duration(String text) {
        return text.endsWith("ms")
                ? Duration.ofMillis(Long.parseLong(text.substring(0, text.length() - 2)))
                : Duration.parse("PT" + text);
    }

    /** The fault of one attempt, or null: the same for the same question, attempt and seed. */
    Fault draw(String question, int attempt) {
        double drawn = uniform(question.hashCode() * 0x9E3779B97F4A7C15L + attempt * 0xBF58476D1CE4E5B9L + randomSeed);
        for (Map.Entry<Fault, Double> fault : faults.entrySet()) {
            drawn -= fault.getValue();
            if (drawn < 0) {
                return fault.getKey();
            }
        }
        return null;
    }

    /** SplitMix64's finisher (Steele, Lea and Flood, 2014). */
    private static double uniform(long state) {
        long z = (state ^ (state >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return ((z ^ (z >>> 31)) >>> 11) * 0x1.0p-53;
    }
}
