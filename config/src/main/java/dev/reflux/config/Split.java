package dev.reflux.config;

import java.util.Locale;

/** A part of a dataset that is cut for training, for choosing between students, and for the final measure. */
public enum Split {
    TRAIN,
    VALIDATION,
    TEST;

    /** What the provenance of a sample in this part says was done, such as {@code split/train}. */
    public String operation() {
        return "split/" + name().toLowerCase(Locale.ROOT);
    }
}
