package dev.reflux.activities.dataset.merge.decontaminate;

import java.text.Normalizer;

/** What texts are compared by: how they are cut into words, and which differences between words do not count. */
public enum Normalisation {
    /** Runs of letters and digits, in lower case; punctuation does not count, and each character of a script without spaces is a word. */
    WORDS(Normalizer.Form.NFKC),
    /** What stands between white space, in lower case, punctuation included. */
    SPACED(Normalizer.Form.NFC),
    /** As words, without accents and with all numbers alike, so that a question with other figures is the same one. */
    LOOSE(Normalizer.Form.NFKD);

    /** The first character that has another form. */
    private static final char FIRST_BEYOND_ASCII = 0x80;

    private final Normalizer.Form form;

    Normalisation(Normalizer.Form form) {
        this.form = form;
    }

    /** Cuts a text. */
    Words cut(String text) {
        return new WordCutter(this, composed(text)).cut();
    }

    private String composed(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) >= FIRST_BEYOND_ASCII) {
                return Normalizer.normalize(text, form);
            }
        }
        return text;
    }
}
