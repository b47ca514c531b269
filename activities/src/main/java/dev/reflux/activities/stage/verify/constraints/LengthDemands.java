package dev.reflux.activities.stage.verify.constraints;

import java.text.BreakIterator;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Demands on the number of words, sentences and paragraphs. */
final class LengthDemands {

    private static final Pattern WORD = Pattern.compile("\\w+", Pattern.UNICODE_CHARACTER_CLASS);
    private static final Pattern DIVIDER = Pattern.compile("\\s?\\*\\*\\*\\s?");
    private static final Pattern BLANK_LINE = Pattern.compile("\\n\\n");

    /** A full stop after these ends no sentence. */
    private static final Pattern ABBREVIATION =
            Pattern.compile("(?:^|\\W)(?:Mr|Mrs|Ms|Dr|Prof|St|Jr|Sr|Inc|Ltd|Co|vs|etc|e\\.g|i\\.e|[A-Z])\\.\\s*$");

    private static final Pattern OPENING_QUOTES = Pattern.compile("^[\"'“‘*]+");
    private static final Pattern WORD_END = Pattern.compile("[.,?!'\"”’:;\\s]");

    private LengthDemands() {}

    static Constraint words(Arguments arguments) {
        Arguments.Count count = arguments.count("relation", "num_words");
        return Constraint.of("It must have " + count.words() + " words.", answer -> count.holds()
                .test((int) WORD.matcher(answer).results().count()));
    }

    static Constraint sentences(Arguments arguments) {
        Arguments.Count count = arguments.count("relation", "num_sentences");
        return Constraint.of("It must have " + count.words() + " sentences.", answer -> count.holds()
                .test(sentencesIn(answer)));
    }

    static int sentencesIn(String answer) {
        BreakIterator breaks = BreakIterator.getSentenceInstance(Locale.ENGLISH);
        breaks.setText(answer);
        int sentences = 0;
        int from = breaks.first();
        for (int end = breaks.next(); end != BreakIterator.DONE; end = breaks.next()) {
            String piece = answer.substring(from, end);
            if (end == answer.length() || !ABBREVIATION.matcher(piece).find()) {
                sentences += WORD.matcher(piece).find() ? 1 : 0;
                from = end;
            }
        }
        return sentences;
    }

    /** Paragraphs are divided by {@code ***}, as IFEval asks for them. */
    static Constraint paragraphs(Arguments arguments) {
        int wanted = arguments.number("num_paragraphs");
        return Constraint.of("It must have " + wanted + " paragraphs, divided by ***.", answer -> {
            List<String> parts = Arrays.asList(DIVIDER.split(answer, -1));
            int filled = (int) parts.stream().filter(part -> !part.isBlank()).count();
            boolean gap = parts.size() > 2
                    && parts.subList(1, parts.size() - 1).stream().anyMatch(String::isBlank);
            return !gap && filled == wanted;
        });
    }

    /** Paragraphs are divided by blank lines here. */
    static Constraint firstWordOfParagraph(Arguments arguments) {
        int wanted = arguments.number("num_paragraphs");
        int place = arguments.number("nth_paragraph");
        String word = arguments.text("first_word").toLowerCase(Locale.ROOT);
        return Constraint.of(
                "It must have " + wanted + " paragraphs, divided by blank lines, and paragraph " + place
                        + " must begin with the word '" + word + "'.",
                answer -> {
                    List<String> paragraphs = BLANK_LINE
                            .splitAsStream(answer)
                            .filter(paragraph -> !paragraph.isBlank())
                            .toList();
                    return paragraphs.size() == wanted
                            && place >= 1
                            && place <= wanted
                            && firstWord(paragraphs.get(place - 1)).equals(word);
                });
    }

    private static String firstWord(String paragraph) {
        String bare = OPENING_QUOTES.matcher(paragraph.strip()).replaceFirst("");
        return WORD_END.split(bare, 2)[0].toLowerCase(Locale.ROOT);
    }
}
