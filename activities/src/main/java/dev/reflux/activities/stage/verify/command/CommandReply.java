package dev.reflux.activities.stage.verify.command;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.reflux.activities.shard.Verdict;
import dev.reflux.activities.shard.Verdict.Outcome;

/**
 * What a checker says: a JSON object {@code {"passed": true, "score": 0.9, "reason": "…", "rationale": "…"}} on its standard
 * output with exit code 0, all but {@code passed} optional; or nothing, where exit code 0 is a pass and 1 a failure. Anything
 * else is a checker that failed to run: undecided.
 */
final class CommandReply {

    static final String BY = "verify/command";
    static final String NOT_PASSED = "command-not-passed";
    static final String CHECKER_FAILED = "checker-failed";

    private static final int LONGEST_RATIONALE = 2000;
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private CommandReply() {}

    static Verdict verdict(int exitCode, String output, String error) {
        boolean ran = exitCode == 0 || exitCode == 1 && error.isEmpty();
        if (ran && (exitCode == 0 ? !output.isEmpty() : output.startsWith("{"))) {
            Verdict said = said(output);
            return exitCode == 1 && said.outcome() == Outcome.PASSED ? broken("It ended with 1 and says passed") : said;
        } else if (exitCode == 0) {
            return Verdict.passed(BY, null, null);
        } else if (ran) {
            return Verdict.failed(BY, NOT_PASSED, output.isEmpty() ? null : tail(output));
        }
        return broken("Exit code " + exitCode + (error.isEmpty() ? "" : ": " + tail(error)));
    }

    private static Verdict said(String output) {
        JsonNode said;
        try {
            said = JSON.readTree(output);
        } catch (JsonProcessingException e) {
            return broken("Its output is not JSON: " + tail(output));
        }
        JsonNode passed = said.path("passed");
        JsonNode score = said.path("score");
        if (!passed.isBoolean() || !(score.isMissingNode() || score.isNull() || score.isNumber())) {
            return broken("Its output has no truth value 'passed', or a score that is no number: " + tail(output));
        }
        String reason = said.path("reason").asText("");
        return new Verdict(
                BY,
                passed.booleanValue() ? Outcome.PASSED : Outcome.FAILED,
                score.isNumber() ? score.doubleValue() : null,
                passed.booleanValue() ? null : reason.matches("[a-z0-9]+(-[a-z0-9]+)*") ? reason : NOT_PASSED,
                rationale(reason, said.path("rationale").asText("")));
    }

    /** A reason that is no kebab-case word is told as a rationale, so that reports count by few words. */
    private static String rationale(String reason, String rationale) {
        String told = rationale.isEmpty() ? reason : rationale;
        return told.isEmpty() ? null : tail(told);
    }

    private static Verdict broken(String why) {
        return Verdict.undecided(BY, CHECKER_FAILED, why);
    }

    private static String tail(String text) {
        return text.substring(Math.max(0, text.length() - LONGEST_RATIONALE));
    }
}
