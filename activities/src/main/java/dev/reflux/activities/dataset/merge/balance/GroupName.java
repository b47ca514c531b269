package dev.reflux.activities.dataset.merge.balance;

import dev.reflux.activities.dataset.merge.SampleScore;
import dev.reflux.activities.language.TextLanguage;
import dev.reflux.activities.shard.Sample;
import java.util.List;
import java.util.regex.Pattern;

/** Tells the group of a sample. */
final class GroupName {

    private static final String NONE = "none";

    /** What stands after the file's name in an origin. */
    private static final Pattern LINE = Pattern.compile(":\\d+$");

    /** What steps of the merge write on samples that stay. */
    private static final Pattern OF_THE_MERGE = Pattern.compile("(split|resolve)/.*");

    private final BalanceSettings settings;

    GroupName(BalanceSettings settings) {
        this.settings = settings;
    }

    /** The same for the same sample, whatever stands beside it. */
    String of(Sample sample) {
        return switch (settings.by()) {
            case LABEL -> sample.label() == null ? NONE : sample.label();
            case DIFFICULTY -> difficulty(sample);
            case SOURCE -> LINE.matcher(sample.provenance().origin()).replaceFirst("");
            case LANGUAGE -> TextLanguage.of(sample.text()).orElse("unknown");
            case OPERATION -> operation(sample.provenance().operations());
        };
    }

    private String difficulty(Sample sample) {
        Double score = SampleScore.of(sample, settings.difficulty().by());
        return score == null ? "unscored" : settings.difficulty().bin(score);
    }

    private static String operation(List<String> operations) {
        for (int last = operations.size() - 1; last >= 0; last--) {
            if (!OF_THE_MERGE.matcher(operations.get(last)).matches()) {
                return operations.get(last);
            }
        }
        return NONE;
    }
}
