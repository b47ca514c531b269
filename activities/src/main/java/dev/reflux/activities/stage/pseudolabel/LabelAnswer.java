package dev.reflux.activities.stage.pseudolabel;

/**
 * What could be read from a teacher's words.
 *
 * @param label the label it meant, or null
 * @param said the label as it was written, or null where none could be found
 * @param confidence the confidence it stated, in [0, 1], or null
 * @param reason why there is no label, a kebab-case word; null where there is one
 */
record LabelAnswer(String label, String said, Double confidence, String reason) {

    static final String EMPTY = "empty-answer";
    static final String UNPARSABLE = "unparsable-answer";
    static final String OUTSIDE_SET = "label-outside-set";
    static final String CUT = "cut-by-length";
    static final String FILTERED = "content-filtered";

    static LabelAnswer none(String reason) {
        return new LabelAnswer(null, null, null, reason);
    }

    boolean isLabelled() {
        return label != null;
    }
}
