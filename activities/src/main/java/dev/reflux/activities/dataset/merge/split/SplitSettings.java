package dev.reflux.activities.dataset.merge.split;

import dev.reflux.activities.dataset.merge.deduplicate.MinHashSettings;
import dev.reflux.config.InvalidSettingException;
import dev.reflux.config.Key;
import dev.reflux.config.MergeSettings;
import dev.reflux.config.Split;
import java.math.BigDecimal;

/** Settings of {@code split}. What neither part takes is for training. */
public record SplitSettings(
        @Key(
                value = "Samples for validation: below 1 their share, from 1 on their number.",
                otherwise = "0.1",
                least = 0)
        double validation,

        @Key(value = "Samples for the test: below 1 their share, from 1 on their number.", otherwise = "0.1", least = 0)
        double test,

        @Key(value = "Holds the shares within each label, not over the whole alone.", otherwise = "false")
        boolean stratified,

        @Key(value = "Another number gives another split.", otherwise = "1")
        int randomSeed,

        @Key(value = "How alike two samples are that must be in the same part.", otherwise = "{}")
        MinHashSettings near)
        implements MergeSettings {

    private static final double USUAL_SHARE = 0.1;

    public SplitSettings {
        requireWhole("validation", validation);
        requireWhole("test", test);
        if (isShare(validation) && isShare(test) && validation + test >= 1) {
            throw new InvalidSettingException(
                    "validation",
                    "must leave something for training beside test, " + test,
                    String.valueOf(validation),
                    "lower one of the two: together they must be less than 1");
        }
    }

    /** The same in shares alone, for a dataset that may be smaller than the numbers: a tenth in place of each. */
    public SplitSettings inShares() {
        if (!hasNumbers()) {
            return this;
        }
        return new SplitSettings(
                isShare(validation) ? Math.min(validation, 1 - 2 * USUAL_SHARE) : USUAL_SHARE,
                isShare(test) ? Math.min(test, 1 - 2 * USUAL_SHARE) : USUAL_SHARE,
                stratified,
                randomSeed,
                near);
    }

    /** True if a part is to have a number of samples, not a share of them. */
    boolean hasNumbers() {
        return !isShare(validation) || !isShare(test);
    }

    boolean isShare(Split part) {
        return isShare(size(part));
    }

    /** Below 1 a share, from 1 on a number; training has neither, but what is left. */
    double size(Split part) {
        return part == Split.TEST ? test : validation;
    }

    /** Samples that a part is to have of so many. */
    long wanted(Split part, long samples) {
        return switch (part) {
            case TRAIN -> samples - wanted(Split.VALIDATION, samples) - wanted(Split.TEST, samples);
            case VALIDATION, TEST -> isShare(part) ? Math.round(size(part) * samples) : (long) size(part);
        };
    }

    /** How a campaign file has it. */
    String written(Split part) {
        return new BigDecimal(String.valueOf(size(part))).stripTrailingZeros().toPlainString();
    }

    private static boolean isShare(double size) {
        return size < 1;
    }

    private static void requireWhole(String key, double size) {
        if (!isShare(size) && size != Math.rint(size)) {
            throw new InvalidSettingException(
                    key,
                    "must be a share below 1 or a whole number of samples",
                    String.valueOf(size),
                    "write, say, 0.1 or 500");
        }
    }
}
