package dev.reflux.activities.teacher;

import java.util.Optional;

/** A model that answers. Asked only through {@link TeacherDesk}. Safe for many threads. */
public interface Teacher {

    /**
     * What determines its answers beside the call: provider, model, and for the embedded teacher what it was trained on.
     * Part of every ledger key; never holds a secret.
     */
    String identity();

    /** The model's name, as the books show it. */
    String model();

    /**
     * Asks once.
     *
     * @throws TeacherBusyException if it should be asked again later
     * @throws TeacherRefusedException if this question will never be answered, though others may be
     * @throws TeacherMisconfiguredException if no question will be answered before the user changes something
     */
    TeacherReply ask(TeacherCall call);

    /** The quota that an answer has called used up since this was last asked; empty where there is none. */
    default Optional<SpentQuota> takeSpentQuota() {
        return Optional.empty();
    }
}
