package dev.reflux.activities.stage.verify.code;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** The code in an answer: a fenced block of the language, or, where nothing is fenced, the whole text. */
record AnsweredCode(String text) {

    private static final String FENCE = "```";

    /** A fenced block with the word that marks its language. */
    private record Block(String mark, String text) {}

    /**
     * Finds it.
     *
     * @param preferred what the right one of several blocks has; the first one where none has
     * @return nothing where the answer holds no code of the language
     */
    static Optional<AnsweredCode> in(String answer, Language language, Predicate<String> preferred) {
        if (answer.lines().noneMatch(AnsweredCode::isFence)) {
            return some(answer);
        }
        List<String> blocks = blocks(answer).stream()
                .filter(block -> language.isMarkedBy(block.mark()))
                .map(Block::text)
                .filter(text -> !text.isBlank())
                .toList();
        return blocks.stream()
                .filter(preferred)
                .findFirst()
                .or(() -> blocks.stream().findFirst())
                .flatMap(AnsweredCode::some);
    }

    private static Optional<AnsweredCode> some(String text) {
        return text.isBlank() ? Optional.empty() : Optional.of(new AnsweredCode(text));
    }

    private static boolean isFence(String line) {
        return line.stripLeading().startsWith(FENCE);
    }

    /** A block that is never closed ends with the answer: it was cut. */
    private static List<Block> blocks(String answer) {
        List<Block> blocks = new ArrayList<>();
        String mark = null;
        StringBuilder text = new StringBuilder();
        for (String line : answer.lines().toList()) {
            if (!isFence(line)) {
                text.append(line).append('\n');
                continue;
            }
            if (mark == null) {
                mark = firstWord(line.strip().substring(FENCE.length()));
            } else {
                blocks.add(new Block(mark, text.toString()));
                mark = null;
            }
            text.setLength(0);
        }
        if (mark != null) {
            blocks.add(new Block(mark, text.toString()));
        }
        return blocks;
    }

    private static String firstWord(String info) {
        return info.strip().split("[\\s{]", 2)[0];
    }
}
