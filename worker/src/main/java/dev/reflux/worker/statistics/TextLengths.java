package dev.reflux.worker.statistics;

import dev.reflux.activities.language.Words;
import dev.reflux.activities.stage.filter.tokens.TokenCounter;
import dev.reflux.worker.statistics.Distribution.Quantiles;

/** Lengths of texts of one kind. */
public final class TextLengths {

    private final TokenCounter tokenizer;
    private final Distribution characters = new Distribution();
    private final Distribution words = new Distribution();
    private final Distribution tokens = new Distribution();

    /** In Unicode characters, in words, and in tokens of the encoding o200k-base. */
    public record Lengths(Quantiles characters, Quantiles words, Quantiles tokens) {}

    TextLengths(TokenCounter tokenizer) {
        this.tokenizer = tokenizer;
    }

    void add(String text) {
        characters.add(text.codePointCount(0, text.length()));
        words.add(Words.count(text));
        tokens.add(tokenizer.applyAsInt(text));
    }

    /** Null where there was no text. */
    Lengths lengths() {
        Quantiles measured = characters.quantiles();
        return measured == null ? null : new Lengths(measured, words.quantiles(), tokens.quantiles());
    }
}
