package dev.reflux.activities.stage.filter.rules;

import java.util.EnumMap;
import java.util.Map;

/** Bounds that belong together. Those made for web text do not fit short instructions, lists or code. */
public enum Preset {
    /** Our own: what no instruction or answer, however short, in whatever language or code, should be. */
    POST_TRAINING,
    /** MassiveText's quality and repetition rules (Rae et al. 2021), with the bounds of their paper. */
    GOPHER,
    /** The rules of C4 (Raffel et al. 2020) on whole documents, its rules on lines as far as they decide on these. */
    C4,
    /** The rules that FineWeb (Penedo et al. 2024) adds to those of Gopher and C4. */
    FINEWEB,
    /** No rule. */
    NONE;

    /** Rules that are about how much of a text is of one kind say little about a shorter one. */
    private static final int LONG = 400;

    /** The rules that hold under this preset, in their order. */
    public Map<Rule, Bounds> bounds() {
        Map<Rule, Bounds> bounds = new EnumMap<>(Rule.class);
        switch (this) {
            case POST_TRAINING -> postTraining(bounds);
            case GOPHER -> gopher(bounds);
            case C4 -> c4(bounds);
            case FINEWEB -> fineweb(bounds);
            case NONE -> {}
        }
        return bounds;
    }

    private static void postTraining(Map<Rule, Bounds> bounds) {
        bounds.put(Rule.CHARACTERS, Bounds.between(1, 50_000));
        bounds.put(Rule.WORDS, Bounds.between(1, 8_000));
        bounds.put(Rule.LONGEST_WORD, Bounds.atMost(1_000));
        bounds.put(Rule.SYMBOLS, Bounds.atMost(0.7).from(LONG));
        bounds.put(Rule.DIGITS, Bounds.atMost(0.8).from(LONG));
        bounds.put(Rule.UPPER_CASE, Bounds.atMost(0.9).from(LONG));
        bounds.put(Rule.WHITE_SPACE, Bounds.atMost(0.8).from(LONG));
        bounds.put(Rule.URLS, Bounds.atMost(0.6).from(LONG));
        bounds.put(Rule.DUPLICATE_LINE_CHARACTERS, Bounds.atMost(0.8).from(LONG));
        bounds.put(Rule.DUPLICATE_PARAGRAPH_CHARACTERS, Bounds.atMost(0.7).from(LONG));
        bounds.put(Rule.TOP_2_GRAM, Bounds.atMost(0.5).from(LONG));
        bounds.put(Rule.TOP_4_GRAM, Bounds.atMost(0.5).from(LONG));
        bounds.put(Rule.DUPLICATE_10_GRAMS, Bounds.atMost(0.8).from(LONG));
        for (Rule rule : Rule.values()) {
            if (rule.isForAnswers()) {
                bounds.put(rule, Bounds.atMost(0));
            }
        }
    }

    private static void gopher(Map<Rule, Bounds> bounds) {
        bounds.put(Rule.WORDS, Bounds.between(50, 100_000));
        bounds.put(Rule.MEAN_WORD_LENGTH, Bounds.between(3, 10));
        bounds.put(Rule.HASH_MARKS, Bounds.atMost(0.1));
        bounds.put(Rule.ELLIPSES, Bounds.atMost(0.1));
        bounds.put(Rule.ALPHABETIC_WORDS, Bounds.atLeast(0.8));
        bounds.put(Rule.STOP_WORDS, Bounds.atLeast(2));
        bounds.put(Rule.BULLET_LINES, Bounds.atMost(0.9));
        bounds.put(Rule.ELLIPSIS_LINES, Bounds.atMost(0.3));
        bounds.put(Rule.DUPLICATE_LINES, Bounds.atMost(0.3));
        bounds.put(Rule.DUPLICATE_LINE_CHARACTERS, Bounds.atMost(0.2));
        bounds.put(Rule.DUPLICATE_PARAGRAPHS, Bounds.atMost(0.3));
        bounds.put(Rule.DUPLICATE_PARAGRAPH_CHARACTERS, Bounds.atMost(0.2));
        bounds.put(Rule.TOP_2_GRAM, Bounds.atMost(0.20));
        bounds.put(Rule.TOP_3_GRAM, Bounds.atMost(0.18));
        bounds.put(Rule.TOP_4_GRAM, Bounds.atMost(0.16));
        bounds.put(Rule.DUPLICATE_5_GRAMS, Bounds.atMost(0.15));
        bounds.put(Rule.DUPLICATE_6_GRAMS, Bounds.atMost(0.14));
        bounds.put(Rule.DUPLICATE_7_GRAMS, Bounds.atMost(0.13));
        bounds.put(Rule.DUPLICATE_8_GRAMS, Bounds.atMost(0.12));
        bounds.put(Rule.DUPLICATE_9_GRAMS, Bounds.atMost(0.11));
        bounds.put(Rule.DUPLICATE_10_GRAMS, Bounds.atMost(0.10));
    }

    private static void c4(Map<Rule, Bounds> bounds) {
        bounds.put(Rule.SENTENCES, Bounds.atLeast(5));
        bounds.put(Rule.PLACEHOLDER_TEXT, Bounds.atMost(0));
        bounds.put(Rule.CURLY_BRACKETS, Bounds.atMost(0));
    }

    private static void fineweb(Map<Rule, Bounds> bounds) {
        bounds.put(Rule.PUNCTUATED_LINES, Bounds.atLeast(0.12));
        bounds.put(Rule.SHORT_LINES, Bounds.atMost(0.67));
        bounds.put(Rule.LINE_BREAKS, Bounds.atMost(0.3));
        bounds.put(Rule.DUPLICATE_LINE_CHARACTERS, Bounds.atMost(0.01));
    }
}
