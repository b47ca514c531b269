package dev.reflux.activities.stage.verify.code;

import java.util.List;

/** Language that answers and their tests are written in. */
public enum Language {
    PYTHON("python", "python3", "py"),
    /** Tests are a class {@code Main} whose main method throws where the answer is wrong, as in HumanEval-X. */
    JAVA("java");

    private final List<String> fences;

    Language(String... fences) {
        this.fences = List.of(fences);
    }

    /** Whether a fenced block marked so may be in this language; a block without a mark may be in any. */
    boolean isMarkedBy(String mark) {
        return mark.isEmpty() || fences.stream().anyMatch(mark::equalsIgnoreCase);
    }
}
