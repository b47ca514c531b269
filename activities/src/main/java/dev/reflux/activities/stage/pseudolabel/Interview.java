package dev.reflux.activities.stage.pseudolabel;

import dev.reflux.activities.shard.Sample;
import dev.reflux.activities.stage.StageContext;
import dev.reflux.activities.teacher.TeacherCall;
import dev.reflux.activities.teacher.TeacherDesk.Answer;
import dev.reflux.activities.teacher.TeacherMisconfiguredException;
import java.util.ArrayList;
import java.util.List;

/** Asks the teacher about many texts at once and reads what it answers. */
final class Interview {

    private final Labeller labeller;
    private final StageContext context;

    Interview(Labeller labeller, StageContext context) {
        this.labeller = labeller;
        this.context = context;
    }

    /** A sample whose text is to be labelled, and the examples that may be shown with it. */
    record Question(Sample sample, List<Example> examples) {}

    /**
     * One opinion for each question, in their order.
     *
     * @throws TeacherMisconfiguredException if log-probabilities are wanted and no answer brings any
     */
    List<Opinion> ask(List<Question> questions) {
        if (questions.isEmpty()) {
            return List.of();
        }
        List<TeacherCall> calls = new ArrayList<>();
        for (Question question : questions) {
            labeller.calls(question.sample().text(), question.examples())
                    .forEach(call -> calls.add(call.about(question.sample().id())));
        }
        int perQuestion = calls.size() / questions.size();
        List<Answer> answers =
                context.teacher().askAll(calls, answered -> context.progress(answered / perQuestion, questions.size()));
        List<Opinion> opinions = new ArrayList<>();
        for (int from = 0; from < answers.size(); from += perQuestion) {
            opinions.add(labeller.read(answers.subList(from, from + perQuestion)));
        }
        requireLogprobs(opinions);
        return opinions;
    }

    private void requireLogprobs(List<Opinion> opinions) {
        boolean missing = opinions.stream().anyMatch(opinion -> LogprobReader.NO_LOGPROBS.equals(opinion.reason()));
        if (missing && opinions.stream().noneMatch(Opinion::isLabelled)) {
            throw new TeacherMisconfiguredException(
                    "Teacher " + context.plan().teacher().model()
                            + " must return log-probabilities for confidence: logprob,"
                            + " got none in " + opinions.size() + " answers; write confidence: vote, or verbal,"
                            + " in the settings of " + PseudoLabel.NAME,
                    null);
        }
    }
}
