package dev.reflux.activities.teacher.replay;

import java.util.List;
import java.util.Map;

/**
 * A recording in memory.
 *
 * @param sha256 of the file's bytes, in hexadecimal
 * @param answers by prompt, white space at its ends taken off; in the order of their draws
 */
record Recording(String sha256, Map<String, List<String>> answers) {

    /** Answers to a prompt; empty where it was not recorded. */
    List<String> answersTo(String prompt) {
        return answers.getOrDefault(prompt.strip(), List.of());
    }
}
