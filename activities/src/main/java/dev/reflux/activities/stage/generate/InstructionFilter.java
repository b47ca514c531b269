package dev.reflux.activities.stage.generate;

import dev.reflux.activities.language.Words;
import dev.reflux.activities.reply.Reasons;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * What Self-Instruct (arXiv 2212.10560) leaves out as no task for a language model. Unlike its code, which also leaves out
 * whatever begins with a letter outside ASCII, this serves every language.
 */
final class InstructionFilter {

    static final String TOO_SHORT = "too-short";
    static final String TOO_LONG = "too-long";
    static final String UNFIT_KEYWORD = "unfit-keyword";
    static final String STARTS_WITH_PUNCTUATION = "starts-with-punctuation";
    static final String WRITES_PROGRAM = "writes-program";

    private static final int MOST_WORDS_OF_TOO_SHORT = 3;
    private static final int MOST_WORDS = 150;

    /** What a model that reads and writes only text cannot work with; the paper's list. */
    private static final Pattern UNFIT =
            Pattern.compile("\\b(images?|graphs?|pictures?|files?|maps?|draw|plot|go to)\\b", Pattern.CASE_INSENSITIVE);

    private static final Pattern PUNCTUATION_FIRST = Pattern.compile("^[\\p{IsPunctuation}\\p{S}]");

    /** Said by the prompt, not by a task. */
    private static final Pattern LEAKED = Pattern.compile(
            "</?(task|passage)>|\\b(new instructions|example tasks|(tasks|instructions) (shown )?above|between <task>)",
            Pattern.CASE_INSENSITIVE);

    private InstructionFilter() {}

    /** Why an instruction is unfit, or null if it is fit. */
    static String whyUnfit(String instruction) {
        int words = Words.count(instruction);
        if (leaks(instruction)) {
            return Reasons.PROMPT_LEAKED;
        } else if (words <= MOST_WORDS_OF_TOO_SHORT) {
            return TOO_SHORT;
        } else if (words > MOST_WORDS) {
            return TOO_LONG;
        } else if (UNFIT.matcher(instruction).find()) {
            return UNFIT_KEYWORD;
        } else if (instruction.toLowerCase(Locale.ROOT).startsWith("write a program")) {
            return WRITES_PROGRAM;
        }
        return PUNCTUATION_FIRST.matcher(instruction).find() ? STARTS_WITH_PUNCTUATION : null;
    }

    /** True if it repeats what only the prompt would say. */
    static boolean leaks(String text) {
        return LEAKED.matcher(text).find();
    }
}
