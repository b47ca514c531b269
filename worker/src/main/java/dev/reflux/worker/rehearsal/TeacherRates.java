package dev.reflux.worker.rehearsal;

import dev.reflux.config.Limits;
import dev.reflux.config.TeacherPlan;
import java.util.stream.DoubleStream;

/** Turns calls into dollars and seconds by a teacher's price and limits. */
record TeacherRates(TeacherPlan teacher) {

    private static final double SECONDS_PER_MINUTE = 60;

    /** How fast a model answers: until its first token, and after that. */
    record Pace(double firstTokenSeconds, double tokensPerSecond) {

        static final Pace QUICK = new Pace(0.3, 120);
        static final Pace USUAL = new Pace(0.6, 60);
        static final Pace SLOW = new Pace(1.5, 25);
    }

    Effort effort(Calls calls, Pace pace) {
        if (teacher.isInProcess()) {
            return new Effort(calls.calls(), 0, 0, 0, 0);
        }
        double cost = (calls.inputTokens() * teacher.price().inputPerMillion()
                        + calls.outputTokens() * teacher.price().outputPerMillion())
                / 1e6;
        double seconds = calls.calls() == 0 ? 0 : seconds(calls, pace);
        return new Effort(calls.calls(), calls.inputTokens(), calls.outputTokens(), cost, seconds);
    }

    /** The tightest of concurrency, requests and tokens a minute. */
    private double seconds(Calls calls, Pace pace) {
        Limits limits = teacher.limits();
        double answer = pace.firstTokenSeconds() + calls.outputTokens() / calls.calls() / pace.tokensPerSecond();
        double inFlight = calls.calls() * Math.min(answer, limits.timeout().toSeconds()) / limits.concurrency();
        double requests = perMinute(calls.calls(), limits.requestsPerMinute());
        double tokens = perMinute(calls.inputTokens() + calls.outputTokens(), limits.tokensPerMinute());
        return DoubleStream.of(inFlight, requests, tokens).max().getAsDouble();
    }

    private static double perMinute(double amount, Integer limit) {
        return limit == null ? 0 : amount / limit * SECONDS_PER_MINUTE;
    }
}
