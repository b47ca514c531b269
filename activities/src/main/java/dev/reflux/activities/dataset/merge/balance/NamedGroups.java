package dev.reflux.activities.dataset.merge.balance;

import dev.reflux.activities.dataset.merge.SampleScore;
import dev.reflux.activities.language.TextLanguage;
import dev.reflux.activities.shard.Sample;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Groups that each sample names by itself, whatever stands beside it. */
final class NamedGroups implements Grouping {

    private static final String NONE = "none";

    /** What stands after the file's name in an origin. */
    private static final Pattern LINE = Pattern.compile(":\\d+$");

    /** What steps of the merge write on samples that stay. */
    private static final Pattern OF_THE_MERGE = Pattern.compile("(split|resolve|topic)/.*");

    private final BalanceSettings settings;
    private final List<String> names = new ArrayList<>();
    private final Map<String, String> known = new HashMap<>();

    NamedGroups(BalanceSettings settings) {
        this.settings = settings;
    }

    @Override
    public void see(Sample sample) {
        names.add(known.computeIfAbsent(name(sample), name -> name));
    }

    @Override
    public void end() {}

    @Override
    public String of(int place) {
        return names.get(place);
    }

    private String name(Sample sample) {
        return switch (settings.by()) {
            case LABEL -> sample.label() == null ? NONE : sample.label();
            case TOPIC -> throw new IllegalArgumentException("no sample knows its topic by itself");
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
