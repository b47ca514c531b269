package dev.reflux.activities.stage.evolve;

import dev.reflux.activities.reply.Reading;
import dev.reflux.activities.shard.Sample;
import java.util.function.BinaryOperator;

/**
 * One evolution that was tried.
 *
 * @param parent what was evolved
 * @param method how
 * @param text the new instruction or answer; null where none could be read
 * @param reason why it is eliminated; null where it is not
 */
record Evolved(Sample parent, Method method, String text, String reason) {

    static Evolved of(Sample parent, Method method, Reading<String> reading) {
        return new Evolved(parent, method, reading.value(), reading.reason());
    }

    boolean survives() {
        return reason == null;
    }

    /** Eliminated for what its text and its parent's lead to; as it is where there is nothing against it. */
    Evolved checked(BinaryOperator<String> whyUnfit) {
        return survives() ? eliminated(whyUnfit.apply(text, parent.text())) : this;
    }

    Evolved eliminated(String why) {
        return new Evolved(parent, method, text, why);
    }
}
