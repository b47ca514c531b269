package dev.reflux.activities.stage.filter.rules;

import java.util.Locale;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/**
 * What a text is measured by, in the order in which the rules are tried. A share is in [0, 1]; a text of which a rule
 * can say nothing, such as the mean word length of one in Chinese, passes it.
 */
public enum Rule {
    CHARACTERS("too-few-characters", "too-many-characters", MeasuredText::characters),
    WORDS("too-few-words", "too-many-words", MeasuredText::wordCount),
    TOKENS("too-few-tokens", "too-many-tokens", MeasuredText::tokens),
    MEAN_WORD_LENGTH("words-too-short", "words-too-long", Shares::meanWordLength),
    LONGEST_WORD("longest-word-too-short", "word-too-long", Shares::longestWord),
    HASH_MARKS("too-few-hash-marks", "too-many-hash-marks", Shares::hashMarks),
    ELLIPSES("too-few-ellipses", "too-many-ellipses", Shares::ellipses),
    SYMBOLS("too-few-symbols", "too-many-symbols", Shares::symbols),
    DIGITS("too-few-digits", "too-many-digits", Shares::digits),
    UPPER_CASE("too-little-upper-case", "too-much-upper-case", Shares::upperCase),
    WHITE_SPACE("too-little-white-space", "too-much-white-space", Shares::whiteSpace),
    URLS("too-few-urls", "too-many-urls", Shares::urls),
    ALPHABETIC_WORDS("too-few-alphabetic-words", "too-many-alphabetic-words", Shares::alphabeticWords),
    STOP_WORDS("too-few-stop-words", "too-many-stop-words", Shares::stopWords),
    BULLET_LINES("too-few-bullet-lines", "too-many-bullet-lines", Lines::bullets),
    ELLIPSIS_LINES("too-few-ellipsis-lines", "too-many-ellipsis-lines", Lines::ellipses),
    PUNCTUATED_LINES("too-few-punctuated-lines", "too-many-punctuated-lines", Lines::punctuated),
    SHORT_LINES("too-few-short-lines", "too-many-short-lines", Lines::brief),
    LINE_BREAKS("too-few-line-breaks", "too-many-line-breaks", Lines::breaksPerWord),
    DUPLICATE_LINES("too-few-duplicate-lines", "duplicate-lines", Lines::duplicates),
    DUPLICATE_LINE_CHARACTERS(
            "too-few-duplicate-line-characters", "duplicate-line-characters", Lines::duplicateCharacters),
    DUPLICATE_PARAGRAPHS("too-few-duplicate-paragraphs", "duplicate-paragraphs", Lines::duplicateParagraphs),
    DUPLICATE_PARAGRAPH_CHARACTERS(
            "too-few-duplicate-paragraph-characters",
            "duplicate-paragraph-characters",
            Lines::duplicateParagraphCharacters),
    TOP_2_GRAM("too-rare-top-2-gram", "repeated-2-gram", text -> text.grams().top(2)),
    TOP_3_GRAM("too-rare-top-3-gram", "repeated-3-gram", text -> text.grams().top(3)),
    TOP_4_GRAM("too-rare-top-4-gram", "repeated-4-gram", text -> text.grams().top(4)),
    DUPLICATE_5_GRAMS("too-few-duplicate-5-grams", "duplicate-5-grams", text -> text.grams()
            .duplicate(5)),
    DUPLICATE_6_GRAMS("too-few-duplicate-6-grams", "duplicate-6-grams", text -> text.grams()
            .duplicate(6)),
    DUPLICATE_7_GRAMS("too-few-duplicate-7-grams", "duplicate-7-grams", text -> text.grams()
            .duplicate(7)),
    DUPLICATE_8_GRAMS("too-few-duplicate-8-grams", "duplicate-8-grams", text -> text.grams()
            .duplicate(8)),
    DUPLICATE_9_GRAMS("too-few-duplicate-9-grams", "duplicate-9-grams", text -> text.grams()
            .duplicate(9)),
    DUPLICATE_10_GRAMS("too-few-duplicate-10-grams", "duplicate-10-grams", text -> text.grams()
            .duplicate(10)),
    SENTENCES("too-few-sentences", "too-many-sentences", WebText::sentences),
    PLACEHOLDER_TEXT("no-placeholder-text", "placeholder-text", WebText::placeholders),
    CURLY_BRACKETS("no-curly-bracket", "curly-bracket", WebText::curlyBrackets),
    REFUSAL("not-refused", "refused", Phrases::refusals),
    BOILERPLATE("no-boilerplate", "boilerplate", Phrases::boilerplate),
    PROMPT_LEAK("no-prompt-leaked", "prompt-leaked", PromptLeak::count),
    TRUNCATED("not-truncated", "truncated", Truncation::count),
    CODE_FENCES("no-unclosed-fence", "unclosed-fence", Markdown::unclosedFences),
    MARKDOWN("no-broken-markdown", "broken-markdown", Markdown::broken);

    private final String tooLow;
    private final String tooHigh;
    private final ToDoubleFunction<MeasuredText> measure;

    Rule(String tooLow, String tooHigh, ToDoubleFunction<MeasuredText> measure) {
        this.tooLow = tooLow;
        this.tooHigh = tooHigh;
        this.measure = measure;
    }

    /** As a campaign file writes it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** True if only answers are held to it: an instruction may well quote what an answer must not be. */
    public boolean isForAnswers() {
        return compareTo(REFUSAL) >= 0;
    }

    /** Why a text does not keep to the bounds; empty if it does. */
    public Optional<String> broken(MeasuredText text, Bounds bounds) {
        if (text.characters() < bounds.from()) {
            return Optional.empty();
        }
        double value = measure.applyAsDouble(text);
        if (bounds.least() != null && value < bounds.least()) {
            return Optional.of(tooLow);
        }
        return bounds.most() != null && value > bounds.most() ? Optional.of(tooHigh) : Optional.empty();
    }

    /** Its reasons: below the least value, and above the most. */
    String tooLow() {
        return tooLow;
    }

    String tooHigh() {
        return tooHigh;
    }

    /** The value of a text, NaN where there is none. */
    double of(MeasuredText text) {
        return measure.applyAsDouble(text);
    }
}
