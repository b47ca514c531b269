package dev.reflux.activities.stage.filter.rules;

import dev.reflux.activities.language.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Finds what belongs to a prompt and not to an answer: a template's marks, and the system message's own words. */
final class PromptLeak {

    /** Fewer words in a row may be said by chance. */
    private static final int LEAKED_WORDS = 12;

    private static final String APART = " ";

    private static final Pattern MARK = Pattern.compile(
            "<\\|(?:im_start|im_end|im_sep|endoftext|eot_id|begin_of_text|end_of_text|start_header_id|end_header_id|"
                    + "system|user|assistant|end)\\|>"
                    + "|\\[/?INST\\]|<</?SYS>>|</?(?:start|end)_of_turn>"
                    + "|(?m:^#{2,3} (?:Instruction|Response|Input):\\s*$)"
                    + "|Below is an instruction that describes a task");

    private static final Pattern ROLE = Pattern.compile(
            "\\A(?:assistant|human|user|system|response|answer from assistant): ?\\n|\\A(?:Assistant|ASSISTANT): "
                    + "|\\n\\n(?:Human|Assistant): [^\\n]*\\n\\n(?:Human|Assistant): ");

    private PromptLeak() {}

    /** How many of them there are; code may show a template's marks. */
    static double count(MeasuredText text) {
        return MARK.matcher(text.prose()).results().count()
                + ROLE.matcher(text.prose()).results().count()
                + (repeats(text) ? 1 : 0);
    }

    private static boolean repeats(MeasuredText text) {
        if (text.system() == null) {
            return false;
        }
        List<String> words = new ArrayList<>(Words.of(text.system()));
        String said = APART + String.join(APART, text.words()) + APART;
        for (int at = 0; at + LEAKED_WORDS <= words.size(); at++) {
            if (said.contains(APART + String.join(APART, words.subList(at, at + LEAKED_WORDS)) + APART)) {
                return true;
            }
        }
        return false;
    }
}
