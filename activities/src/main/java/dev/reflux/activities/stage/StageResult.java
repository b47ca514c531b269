package dev.reflux.activities.stage;

import dev.reflux.activities.shard.Sample;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Holds a stage to its contract: each sample it was given is in its result, or is a parent of one that is; no id twice; a
 * reason for each rejection and for nothing else.
 */
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
        Set<String> ids = new HashSet<>();
        Set<String> known = new HashSet<>();
        for (Sample sample : returned) {
            if (!ids.add(sample.id())) {
                throw new IllegalStateException(
                        "Stage " + stage + " must return each sample once, got " + sample.id() + " twice");
            }
            known.add(sample.id());
            known.addAll(sample.provenance().parents());
        }
        for (Sample sample : given) {
            if (!known.contains(sample.id())) {
                throw new IllegalStateException("Stage " + stage + " must return every sample it was given, or one made"
                        + " from it, got neither for " + sample.id());
            }
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
        return sample.from(sample.provenance().signed(stage));
    }
}
