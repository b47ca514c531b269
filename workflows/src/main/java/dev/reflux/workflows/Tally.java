package dev.reflux.workflows;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.Map;
import java.util.TreeMap;

/**
 * What went through a stage, a shard or a round: samples by what became of them, and what the teacher was asked.
 *
 * @param input samples that came in
 * @param accepted samples that went on
 * @param rejected samples that did not, by reason
 * @param teacherCalls calls that were made and paid
 * @param ledgerHits answers that the ledger already had
 * @param inputTokens tokens sent in paid calls, cached ones included
 * @param cachedTokens those of them that the provider had cached
 * @param outputTokens tokens received in paid calls
 * @param costUsd US dollars for the paid calls
 * @param millis working time, summed over shards
 */
public record Tally(
        long input,
        long accepted,
        Map<String, Long> rejected,
        long teacherCalls,
        long ledgerHits,
        long inputTokens,
        long cachedTokens,
        long outputTokens,
        double costUsd,
        long millis) {

    public static final Tally NONE = new Tally(0, 0, Map.of(), 0, 0, 0, 0, 0, 0, 0);

    public Tally {
        rejected = new TreeMap<>(rejected);
    }

    public Tally plus(Tally other) {
        Map<String, Long> reasons = new TreeMap<>(rejected);
        other.rejected.forEach((reason, count) -> reasons.merge(reason, count, Long::sum));
        return new Tally(
                input + other.input,
                accepted + other.accepted,
                reasons,
                teacherCalls + other.teacherCalls,
                ledgerHits + other.ledgerHits,
                inputTokens + other.inputTokens,
                cachedTokens + other.cachedTokens,
                outputTokens + other.outputTokens,
                costUsd + other.costUsd,
                millis + other.millis);
    }

    @JsonIgnore
    public long rejectedTotal() {
        return rejected.values().stream().mapToLong(Long::longValue).sum();
    }
}
