package dev.reflux.activities.shard;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a verifier or a judge found about an answer.
 *
 * @param by who found it, and on what: the stage and its aspect, such as {@code verify/math} or {@code judge/helpfulness}
 * @param outcome whether the answer passes; {@link Outcome#UNDECIDED} where it could not be found out, which never counts as
 *     a pass, a failure or a score
 * @param score on the scale of {@code by}, or null where there is none
 * @param reason why it does not pass, a kebab-case word; null where it passes
 * @param rationale in words, or null
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Verdict(String by, Outcome outcome, Double score, String reason, String rationale) {

    /** Whether an answer passes. */
    public enum Outcome {
        PASSED,
        FAILED,
        UNDECIDED
    }

    public static Verdict passed(String by, Double score, String rationale) {
        return new Verdict(by, Outcome.PASSED, score, null, rationale);
    }

    public static Verdict failed(String by, String reason, String rationale) {
        return new Verdict(by, Outcome.FAILED, null, reason, rationale);
    }

    public static Verdict undecided(String by, String reason, String rationale) {
        return new Verdict(by, Outcome.UNDECIDED, null, reason, rationale);
    }

    /** Verdicts after earlier ones, of which those by the same are gone. */
    public static List<Verdict> anew(List<Verdict> earlier, List<Verdict> verdicts) {
        Set<String> by = verdicts.stream().map(Verdict::by).collect(Collectors.toSet());
        List<Verdict> all = new ArrayList<>(earlier);
        all.removeIf(verdict -> by.contains(verdict.by()));
        all.addAll(verdicts);
        return all;
    }
}
