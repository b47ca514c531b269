package dev.reflux.activities.dataset.merge.decontaminate;

import dev.reflux.activities.dataset.merge.decontaminate.DecontaminateSettings.Rule;

/** Rules as they were published, the unit that is judged apart: here a sample goes, where some of them count benchmark items. */
public enum Preset {
    /** Brown et al. 2020: a 13-gram, in lower case and without punctuation. */
    GPT_3(new Overlap(13, Normalisation.WORDS, Rule.ANY, 0, 0)),
    /** Touvron et al. 2023: spans of 10 words or more, four of which may differ, over 80 % of an item: "dirty". */
    LLAMA_2(new Overlap(10, Normalisation.WORDS, Rule.AT_LEAST, 0.8, 4)),
    /** Dubey et al. 2024: 8-grams over a share that they chose for each benchmark; half of an item unless it is set. */
    LLAMA_3(new Overlap(8, Normalisation.WORDS, Rule.AT_LEAST, 0.5, 0)),
    /** Lambert et al. 2024: 8-grams of one sample over more than half of an item. */
    TULU_3(new Overlap(8, Normalisation.WORDS, Rule.MORE_THAN, 0.5, 0)),
    /** Hugging Face's open-r1, after s1 (Muennighoff et al. 2025): eight words between white space, in lower case. */
    OPEN_R1(new Overlap(8, Normalisation.SPACED, Rule.ANY, 0, 0));

    private final Overlap overlap;

    Preset(Overlap overlap) {
        this.overlap = overlap;
    }

    Overlap overlap() {
        return overlap;
    }
}
