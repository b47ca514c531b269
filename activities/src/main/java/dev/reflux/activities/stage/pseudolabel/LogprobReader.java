package dev.reflux.activities.stage.pseudolabel;

import dev.reflux.activities.teacher.TeacherDesk.Answer;
import java.util.List;

/** Reads one answer; the confidence is the probability of the label's own tokens. */
final class LogprobReader implements OpinionReader {

    static final String NO_LOGPROBS = "no-logprobs";

    private final LabelReader words;
    private final LabelSet labels;

    LogprobReader(LabelReader words, LabelSet labels) {
        this.words = words;
        this.labels = labels;
    }

    @Override
    public Opinion read(List<Answer> answers) {
        LabelAnswer answer = words.read(answers.get(0));
        if (!answer.isLabelled()) {
            return Opinion.none(answer.reason());
        }
        boolean withNext = labels.isPrefixOfAnother(answer.label());
        return LabelTokens.find(answers.get(0).reply().tokens(), answer.said(), withNext)
                .map(found -> Opinion.of(answer.label(), found.probability(), found.candidates(answer.label(), labels)))
                .orElseGet(() -> Opinion.none(NO_LOGPROBS));
    }
}
