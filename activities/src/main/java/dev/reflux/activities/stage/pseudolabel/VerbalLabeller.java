package dev.reflux.activities.stage.pseudolabel;

import dev.reflux.activities.stage.pseudolabel.LabelPrompt.Draw;
import dev.reflux.activities.teacher.TeacherCall;
import dev.reflux.activities.teacher.TeacherDesk.Answer;
import dev.reflux.config.TeacherPlan;
import java.util.List;

/** Asks once; the confidence is the one the model states. */
final class VerbalLabeller implements Labeller {

    static final String NO_CONFIDENCE = "no-confidence";

    private final LabelPrompt prompt;
    private final LabelReader reader;
    private final Draw draw;

    VerbalLabeller(LabelPrompt prompt, LabelSet labels, TeacherPlan teacher) {
        this.prompt = prompt;
        this.reader = new LabelReader(labels);
        this.draw = new Draw(teacher.temperature(), teacher.maxOutputTokens(), false, 0);
    }

    @Override
    public List<TeacherCall> calls(String text, List<Example> examples) {
        return List.of(prompt.call(text, examples, draw));
    }

    @Override
    public Opinion read(List<Answer> answers) {
        LabelAnswer answer = reader.read(answers.get(0));
        if (!answer.isLabelled()) {
            return Opinion.none(answer.reason());
        }
        return answer.confidence() == null
                ? Opinion.none(NO_CONFIDENCE)
                : Opinion.of(answer.label(), answer.confidence(), List.of());
    }

    @Override
    public String promptFingerprint() {
        return prompt.fingerprint();
    }
}
