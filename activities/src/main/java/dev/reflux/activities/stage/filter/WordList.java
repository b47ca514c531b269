package dev.reflux.activities.stage.filter;

import dev.reflux.activities.language.Words;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Words and phrases by their first word. They are found whole, whatever their case and what stands between words. */
final class WordList {

    private final String reason;
    private final int most;
    private final Map<String, List<List<String>>> phrases = new HashMap<>();

    WordList(WordListSettings settings, List<String> texts) {
        this.reason = settings.reason();
        this.most = settings.most();
        for (String text : texts) {
            List<String> words = Words.of(text);
            if (!words.isEmpty()) {
                phrases.computeIfAbsent(words.get(0), first -> new ArrayList<>())
                        .add(words);
            }
        }
    }

    String reason() {
        return reason;
    }

    /** True if a text holds more of them than may be. */
    boolean isBrokenBy(String text) {
        List<String> words = Words.of(text);
        int found = 0;
        for (int at = 0; at < words.size(); at++) {
            List<String> rest = words.subList(at, words.size());
            found += phrases.getOrDefault(words.get(at), List.of()).stream().anyMatch(phrase -> begins(rest, phrase))
                    ? 1
                    : 0;
        }
        return found > most;
    }

    private static boolean begins(List<String> words, List<String> phrase) {
        return words.size() >= phrase.size() && words.subList(0, phrase.size()).equals(phrase);
    }
}
