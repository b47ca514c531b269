package dev.reflux.worker.rehearsal;

import com.fasterxml.jackson.databind.JsonNode;

/** Calls with their tokens, as a rehearsal counted them or scaled from that. */
record Calls(double calls, double inputTokens, double outputTokens) {

    static final Calls NONE = new Calls(0, 0, 0);

    /** @param tally of a stage in {@code summary.json}, or of a preparation */
    static Calls of(JsonNode tally) {
        return new Calls(
                tally.path("teacherCalls").asDouble(),
                tally.path("inputTokens").asDouble(),
                tally.path("outputTokens").asDouble());
    }

    Calls plus(Calls other) {
        return new Calls(calls + other.calls, inputTokens + other.inputTokens, outputTokens + other.outputTokens);
    }

    Calls minus(Calls other) {
        return plus(other.times(-1));
    }

    Calls times(double factor) {
        return new Calls(calls * factor, inputTokens * factor, outputTokens * factor);
    }

    Calls withOutput(double tokens) {
        return new Calls(calls, inputTokens, tokens);
    }
}
