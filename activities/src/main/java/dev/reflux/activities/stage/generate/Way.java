package dev.reflux.activities.stage.generate;

import java.util.Locale;

/** How instructions come about. */
public enum Way {
    /** Modelled on seeds. */
    SELF_INSTRUCT,
    /** Questions about the passages of documents, with answers that cite them. */
    DOCUMENTS,
    /** One for each draw from a grid of attributes. */
    GRID,
    /** What the teacher itself writes where a user's turn begins. */
    MAGPIE;

    /** What provenance calls it. */
    String operation() {
        return GenerateStage.NAME + "/" + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
