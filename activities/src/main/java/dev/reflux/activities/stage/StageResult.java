package dev.reflux.activities.stage;

import dev.reflux.activities.shard.Sample;
import dev.reflux.activities.shard.Sample.Provenance;
import java.util.List;
import java.util.regex.Pattern;

/** Holds a stage to its contract: the samples it was given, in their order, each accepted or rejected with a reason. */
final class StageResult {

    private static final Pattern REASON = Pattern.compile("[a-z0-9]+(-[a-z0-9]+){0,9}");
    private static final int LONGEST_REASON = 60;

    private StageResult() {}

    /**
     * The result, signed by the stage.
     *
     * @throws IllegalStateException if the stage breaks its contract: it has a defect
     */
    static List<Sample> of(String stage, List<Sample> given, List<Sample> returned) {
        List<String> ids = given.stream().map(Sample::id).toList();
        if (!returned.stream().map(Sample::id).toList().equals(ids)) {
            throw new IllegalStateException("Stage " + stage + " must return the " + ids.size()
                    + " samples it was given, in their order, got " + returned.size() + " or another order");
        }
        return returned.stream().map(sample -> signed(stage, sample)).toList();
    }

    private static Sample signed(String stage, Sample sample) {
        String reason = sample.reason();
        boolean stated = reason != null
                && reason.length() <= LONGEST_REASON
                && REASON.matcher(reason).matches();
        if (sample.isAccepted() ? reason != null : !stated) {
            throw new IllegalStateException(
                    "Stage " + stage + " must give a kebab-case reason to each sample it rejects"
                            + " and to no other, got " + reason + " for sample " + sample.id());
        }
        Provenance from = sample.provenance();
        return new Sample(
                sample.id(),
                sample.text(),
                sample.label(),
                sample.confidence(),
                sample.candidates(),
                sample.decision(),
                reason,
                new Provenance(from.origin(), from.teacher(), from.prompt(), from.round(), stage));
    }
}
