package dev.reflux.activities.stage.filter.rules;

import dev.reflux.activities.language.Words;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToIntFunction;

/** A text that rules measure. What several of them need is worked out once, and only if one asks. For one thread. */
public final class MeasuredText {

    private static final double UNKNOWN = Double.NaN;

    private final String text;
    private final String system;
    private final ToIntFunction<String> tokenizer;

    private final int characters;
    private List<String> lines;
    private List<String> words;
    private Grams grams;
    private int wordCount = -1;
    private String prose;

    /**
     * @param system system message under which it was said, or null
     * @param tokenizer counts tokens; null where none is asked for
     */
    public MeasuredText(String text, String system, ToIntFunction<String> tokenizer) {
        this.text = text.strip();
        this.system = system;
        this.tokenizer = tokenizer;
        this.characters = this.text.codePointCount(0, this.text.length());
    }

    /** Without white space at its ends. */
    public String text() {
        return text;
    }

    String system() {
        return system;
    }

    /** Code points. */
    int characters() {
        return characters;
    }

    int wordCount() {
        if (wordCount < 0) {
            wordCount = Words.count(text);
        }
        return wordCount;
    }

    double tokens() {
        return tokenizer == null ? UNKNOWN : tokenizer.applyAsInt(text);
    }

    /** Lower-case words; where a script puts no space between them, its characters. */
    List<String> words() {
        if (words == null) {
            words = Words.of(text);
        }
        return words;
    }

    Grams grams() {
        if (grams == null) {
            grams = new Grams(words());
        }
        return grams;
    }

    /** Lines that are not blank, without white space at their ends. */
    List<String> lines() {
        if (lines == null) {
            lines = Arrays.stream(text.split("\\R"))
                    .map(String::strip)
                    .filter(line -> !line.isEmpty())
                    .toList();
        }
        return lines;
    }

    /** What stands between blank lines. */
    List<String> paragraphs() {
        return Arrays.stream(text.split("\\R\\s*\\R"))
                .map(String::strip)
                .filter(paragraph -> !paragraph.isEmpty())
                .toList();
    }

    /** What stands outside of code fences and inline code. */
    String prose() {
        if (prose == null) {
            prose = Markdown.prose(text);
        }
        return prose;
    }

    /** A share of nothing is not known. */
    static double share(double part, double whole) {
        return whole == 0 ? UNKNOWN : part / whole;
    }
}
