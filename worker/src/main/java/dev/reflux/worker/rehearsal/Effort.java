package dev.reflux.worker.rehearsal;

/** What something takes: calls, tokens, US dollars, and seconds within the teacher's limits. */
public record Effort(double calls, double inputTokens, double outputTokens, double costUsd, double seconds) {

    static final Effort NONE = new Effort(0, 0, 0, 0, 0);

    Effort plus(Effort other) {
        return new Effort(
                calls + other.calls,
                inputTokens + other.inputTokens,
                outputTokens + other.outputTokens,
                costUsd + other.costUsd,
                seconds + other.seconds);
    }
}
