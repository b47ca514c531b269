package dev.reflux.activities.stage.generate;

import dev.reflux.activities.reply.Reading;
import dev.reflux.activities.reply.Replies;
import dev.reflux.activities.shard.Sample;
import java.util.List;
import java.util.function.UnaryOperator;

/** Decides on instructions one after another: fit for a text model, in the language wanted, and new. */
final class Admission {

    static final String NOT_NOVEL = "not-novel";

    private final GenerateSettings settings;
    private final Novelty novelty;
    private final UnaryOperator<String> whyUnfit;

    /** @param known texts that are not new */
    Admission(GenerateSettings settings, List<String> known) {
        this(settings, known, InstructionFilter::whyUnfit);
    }

    /**
     * With another filter.
     *
     * @param whyUnfit why a text is unfit, or null if it is fit
     */
    Admission(GenerateSettings settings, List<String> known, UnaryOperator<String> whyUnfit) {
        this.settings = settings;
        this.whyUnfit = whyUnfit;
        this.novelty = new Novelty(settings.mostSimilar(), known);
    }

    /** The slot's child with this instruction, or the slot itself, rejected, where there is none. */
    Sample filled(Sample slot, Reading<String> instruction) {
        return instruction.isUsable()
                ? decided(slot.child(instruction.value(), settings.by().way().operation()))
                : slot.rejected(instruction.reason());
    }

    /** True if the text is unlike all before it; it is known from then on. */
    boolean isNew(String text) {
        return novelty.admits(text);
    }

    private Sample decided(Sample made) {
        String unfit = whyUnfit.apply(made.text());
        if (unfit != null) {
            return made.rejected(unfit);
        }
        Reading<String> told = Replies.in(settings.language(), made.text());
        if (!told.isUsable()) {
            return made.rejected(told.reason());
        }
        return isNew(made.text()) ? made : made.rejected(NOT_NOVEL);
    }
}
