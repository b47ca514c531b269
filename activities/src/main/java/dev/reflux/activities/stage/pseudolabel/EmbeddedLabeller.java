package dev.reflux.activities.stage.pseudolabel;

import dev.reflux.activities.shard.Sample.Candidate;
import dev.reflux.activities.teacher.TeacherCall;
import dev.reflux.activities.teacher.TeacherDesk.Answer;
import dev.reflux.activities.teacher.embedded.LabelOpinion;
import java.util.List;

/** Asks the embedded teacher, which answers with the distribution it computed. */
final class EmbeddedLabeller implements Labeller {

    private final int maxOutputTokens;

    EmbeddedLabeller(int maxOutputTokens) {
        this.maxOutputTokens = maxOutputTokens;
    }

    @Override
    public List<TeacherCall> calls(String text, List<Example> examples) {
        return List.of(new TeacherCall(null, text, null, 0, maxOutputTokens, false, 0));
    }

    @Override
    public Opinion read(List<Answer> answers) {
        Answer answer = answers.get(0);
        if (answer.reply() == null) {
            return Opinion.none(answer.refusal());
        }
        List<Candidate> candidates = LabelOpinion.parse(answer.reply().text()).candidates();
        return new Opinion(candidates, null);
    }

    @Override
    public String promptFingerprint() {
        return null;
    }
}
