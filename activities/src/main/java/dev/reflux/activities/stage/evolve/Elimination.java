package dev.reflux.activities.stage.evolve;

import dev.reflux.activities.reply.Reasons;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The rules of Evol-Instruct (WizardLM, arXiv 2304.12244) by which an evolution has failed, as far as they need no teacher.
 * The authors' published code applies none of them; runaway growth and another language are our own rules.
 */
final class Elimination {

    static final String NO_GAIN = "no-information-gain";
    static final String SORRY = "sorry-answer";
    static final String NO_CONTENT = "stop-words-only";
    static final String FAILED_METHOD = "failed-method";
    static final String GROWN_TOO_LONG = "grown-too-long";

    /** Longest growth in one step, in characters: a prompt asks for some 20 words, beside data for some 200. */
    static final int MOST_GROWTH = 2_000;

    /** An apology in an answer of so many words and more is part of an answer; the paper's figure. */
    private static final int WORDS_OF_AN_ANSWER = 80;

    /** Said by the prompts of this stage or of the paper. */
    private static final Pattern PROMPT_WORDS = Pattern.compile(
            "</?(instruction|answer|context)>|\\b(given|rewritten|created) prompt\\b|\\b(old|rewritten) instruction\\b"
                    + "|\\bimproved answer\\b",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern SORRY_WORD = Pattern.compile("\\bsorry\\b", Pattern.CASE_INSENSITIVE);
    private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{M}\\p{N}]+");
    private static final Pattern WHITE_SPACE = Pattern.compile("\\s+");
    private static final Set<String> STOP_WORDS = stopWords();

    private Elimination() {}

    /** Why a text cannot take its parent's place, or null if it can. */
    static String whyUnfit(String text, String parent, Subject subject) {
        if (leaks(text, parent)) {
            return Reasons.PROMPT_LEAKED;
        } else if (text.length() - parent.length() > MOST_GROWTH) {
            return GROWN_TOO_LONG;
        }
        return plain(text).equals(plain(parent)) ? NO_GAIN : subject.whyUnfit(text, parent);
    }

    /** Why an answer shows that its instruction cannot be answered, or null if it does not. */
    static String whyNoAnswer(String answer) {
        int words = answer.isBlank() ? 0 : WHITE_SPACE.split(answer.strip()).length;
        if (words < WORDS_OF_AN_ANSWER && SORRY_WORD.matcher(answer).find()) {
            return SORRY;
        }
        boolean hasContent = BETWEEN_WORDS
                .splitAsStream(answer.toLowerCase(Locale.ROOT))
                .anyMatch(word -> !word.isEmpty() && !STOP_WORDS.contains(word));
        return hasContent ? null : NO_CONTENT;
    }

    /** An instruction may itself be about such words. */
    private static boolean leaks(String text, String parent) {
        String known = parent.toLowerCase(Locale.ROOT);
        Matcher words = PROMPT_WORDS.matcher(text);
        while (words.find()) {
            if (!known.contains(words.group().toLowerCase(Locale.ROOT))) {
                return true;
            }
        }
        return false;
    }

    private static String plain(String text) {
        return WHITE_SPACE
                .matcher(text.toLowerCase(Locale.ROOT))
                .replaceAll(" ")
                .strip();
    }

    private static Set<String> stopWords() {
        try (InputStream in = Elimination.class.getResourceAsStream("stop-words.txt")) {
            if (in == null) {
                throw new IllegalStateException("File stop-words.txt must be on the class path, found nothing");
            }
            String words = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return Arrays.stream(words.split("\\s+")).collect(Collectors.toUnmodifiableSet());
        } catch (IOException e) {
            throw new UncheckedIOException("File stop-words.txt cannot be read", e);
        }
    }
}
