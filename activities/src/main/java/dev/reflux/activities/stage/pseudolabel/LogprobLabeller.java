package dev.reflux.activities.stage.pseudolabel;

import dev.reflux.activities.stage.pseudolabel.LabelPrompt.Draw;
import dev.reflux.activities.teacher.TeacherCall;
import dev.reflux.activities.teacher.TeacherDesk.Answer;
import dev.reflux.config.TeacherPlan;
import java.util.List;

/** Asks once; the confidence is the probability of the label's own tokens. */
final class LogprobLabeller implements Labeller {

    static final String NO_LOGPROBS = "no-logprobs";

    private final LabelPrompt prompt;
    private final LabelReader reader;
    private final LabelSet labels;
    private final Draw draw;

    LogprobLabeller(LabelPrompt prompt, LabelSet labels, TeacherPlan teacher) {
        this.prompt = prompt;
        this.reader = new LabelReader(labels);
        this.labels = labels;
        this.draw = new Draw(teacher.temperature(), teacher.maxOutputTokens(), true, 0);
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
        boolean withNext = labels.isPrefixOfAnother(answer.label());
        return LabelTokens.find(answers.get(0).reply().tokens(), answer.said(), withNext)
                .map(found -> Opinion.of(answer.label(), found.probability(), found.candidates(answer.label(), labels)))
                .orElseGet(() -> Opinion.none(NO_LOGPROBS));
    }

    @Override
    public String promptFingerprint() {
        return prompt.fingerprint();
    }
}
