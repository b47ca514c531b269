package dev.reflux.activities.verdict;

import dev.reflux.activities.shard.Answer;
import dev.reflux.activities.shard.Verdict;
import dev.reflux.activities.shard.Verdict.Outcome;
import java.util.Collection;
import java.util.List;
import java.util.TreeMap;

/**
 * What the verdicts of one name come to for one answer. A name is that of a verdict, such as {@code judge/helpfulness}, or
 * what stands before the slash, which means all of them together. Of several verdicts of the same name the last counts.
 *
 * @param outcome failed where one failed, else undecided where one is or there is none at all, else passed
 * @param score mean of the scores; null where a verdict is undecided or has none
 * @param verdicts names of the verdicts that were found, sorted
 */
public record Standing(Outcome outcome, Double score, List<String> verdicts) {

    public Standing {
        verdicts = List.copyOf(verdicts);
    }

    /** The standing of an answer under a name. */
    public static Standing of(Answer answer, String name) {
        TreeMap<String, Verdict> last = new TreeMap<>();
        for (Verdict verdict : answer.verdicts()) {
            if (verdict.by().equals(name) || verdict.by().startsWith(name + "/")) {
                last.put(verdict.by(), verdict);
            }
        }
        return new Standing(outcome(last.values()), score(last.values()), List.copyOf(last.keySet()));
    }

    private static Outcome outcome(Collection<Verdict> verdicts) {
        return allOf(verdicts.stream().map(Verdict::outcome).toList());
    }

    /** Failed where one failed, else undecided where one is or there is none at all, else passed. */
    public static Outcome allOf(Collection<Outcome> outcomes) {
        if (outcomes.contains(Outcome.FAILED)) {
            return Outcome.FAILED;
        }
        return outcomes.isEmpty() || outcomes.contains(Outcome.UNDECIDED) ? Outcome.UNDECIDED : Outcome.PASSED;
    }

    /** Passed where one passed, else undecided where one is or there is none at all, else failed. */
    public static Outcome anyOf(Collection<Outcome> outcomes) {
        if (outcomes.contains(Outcome.PASSED)) {
            return Outcome.PASSED;
        }
        return outcomes.isEmpty() || outcomes.contains(Outcome.UNDECIDED) ? Outcome.UNDECIDED : Outcome.FAILED;
    }

    private static Double score(Collection<Verdict> verdicts) {
        boolean complete = verdicts.stream()
                .allMatch(verdict -> verdict.outcome() != Outcome.UNDECIDED && verdict.score() != null);
        if (verdicts.isEmpty() || !complete) {
            return null;
        }
        return verdicts.stream()
                .map(Verdict::score)
                .mapToDouble(Double::doubleValue)
                .average()
                .orElseThrow();
    }
}
