package dev.reflux.activities.stage.pseudolabel;

import dev.reflux.activities.teacher.TeacherDesk.Answer;
import java.util.List;

/** Reads one answer; the confidence is the one the model states. */
final class VerbalReader implements OpinionReader {

    static final String NO_CONFIDENCE = "no-confidence";

    private final LabelReader words;

    VerbalReader(LabelReader words) {
        this.words = words;
    }

    @Override
    public Opinion read(List<Answer> answers) {
        LabelAnswer answer = words.read(answers.get(0));
        if (!answer.isLabelled()) {
            return Opinion.none(answer.reason());
        }
        return answer.confidence() == null
                ? Opinion.none(NO_CONFIDENCE)
                : Opinion.of(answer.label(), answer.confidence(), List.of());
    }
}
