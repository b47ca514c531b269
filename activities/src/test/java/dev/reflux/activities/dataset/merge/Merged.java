package dev.reflux.activities.dataset.merge;

import dev.reflux.activities.shard.Sample;
import dev.reflux.activities.shard.Sample.Decision;
import dev.reflux.activities.shard.Sample.Provenance;
import dev.reflux.config.MergePlan;
import dev.reflux.config.MergeSettings;
import dev.reflux.config.PlanJson;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/**
 * What one step of the merge makes of samples, as a campaign's merge goes about it.
 *
 * @param kept by id
 * @param rejected by id
 * @param findings null where the step has none
 */
public record Merged(List<Sample> kept, List<Sample> rejected, Object findings) {

    /** @param scratch a folder that is not there yet */
    public static Merged by(String step, MergeSettings settings, List<Sample> samples, Path scratch) {
        MergePlan plan = new MergePlan(step, PlanJson.mapper().valueToTree(settings));
        MergeChain chain = MergeChain.over(samples::forEach, List.of(plan), (number, of) -> MergeGround.of(scratch));
        UnaryOperator<Sample> judge = chain.judge();
        List<Sample> judged = samples.stream()
                .map(judge)
                .sorted(Comparator.comparing(Sample::id))
                .toList();
        return new Merged(
                judged.stream().filter(Sample::isAccepted).toList(),
                judged.stream().filter(sample -> !sample.isAccepted()).toList(),
                chain.findings(1).orElse(null));
    }

    /** A sample of an origin that it shares with no other. */
    public static Sample sample(String id, String text) {
        return from(id, text, "pool-" + id + ".jsonl:1");
    }

    public static Sample from(String id, String text, String origin) {
        Provenance from = new Provenance(origin, null, null, 0, null);
        return new Sample(id, text, null, null, List.of(), Decision.ACCEPTED, null, from);
    }

    public List<String> keptIds() {
        return kept.stream().map(Sample::id).toList();
    }

    /** Reasons by id. */
    public Map<String, String> reasons() {
        Map<String, String> reasons = new TreeMap<>();
        rejected.forEach(sample -> reasons.put(sample.id(), sample.reason()));
        return reasons;
    }
}
