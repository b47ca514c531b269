package dev.reflux.activities.stage.rejectionsampling;

import dev.reflux.activities.shard.Answer;
import dev.reflux.activities.shard.Answer.Mark;
import dev.reflux.activities.shard.Sample;
import dev.reflux.activities.shard.Verdict;
import dev.reflux.activities.shard.Verdict.Outcome;
import dev.reflux.activities.stage.Stage;
import dev.reflux.activities.stage.StageContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Keeps the answers that pass, and rejects a sample none of whose answers does; what they were judged stays on them.
 *
 * <p>An accepted sample holds the kept answers alone, unless the others are wanted: then the kept ones come first, marked as
 * chosen. All answers stay on record in what the stage before let through. Run twice it keeps the same answers.
 */
public final class RejectionSamplingStage implements Stage<RejectionSamplingSettings> {

    static final String NAME = "rejection-sampling";
    static final String NO_ANSWER = "no-answer";
    static final String NO_ANSWER_PASSED = "no-answer-passed";
    static final String UNDECIDED = "undecided";
    static final String WRONG_EQUATION = "wrong-equation";

    /** Under which a wrong calculation is on record with its answer. */
    static final String EQUATIONS = NAME + "/equations";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Class<RejectionSamplingSettings> settings() {
        return RejectionSamplingSettings.class;
    }

    @Override
    public List<Sample> process(List<Sample> samples, StageContext context, RejectionSamplingSettings settings) {
        return samples.stream().map(sample -> decided(sample, settings)).toList();
    }

    private static Sample decided(Sample given, RejectionSamplingSettings settings) {
        Sample sample = settings.recompute() ? recomputed(given, settings) : given;
        List<Answer> passed = sample.answers().stream()
                .filter(answer -> settings.outcome(answer) == Outcome.PASSED)
                .toList();
        List<Answer> right =
                passed.stream().filter(answer -> !isMiscalculated(answer)).toList();
        if (sample.answers().isEmpty()) {
            return sample.rejected(NO_ANSWER);
        }
        if (passed.isEmpty()) {
            boolean failed = sample.answers().stream().anyMatch(answer -> settings.outcome(answer) == Outcome.FAILED);
            return sample.rejected(failed ? NO_ANSWER_PASSED : UNDECIDED);
        }
        if (right.isEmpty()) {
            return sample.rejected(WRONG_EQUATION);
        }
        List<Answer> kept = new Choice(right, settings).kept();
        return sample.answered(settings.keepOthers() ? withOthers(sample, kept) : kept);
    }

    /** The sample, each of its answers that passes but has a wrong calculation bearing a verdict on it. */
    private static Sample recomputed(Sample sample, RejectionSamplingSettings settings) {
        List<Answer> answers = new ArrayList<>();
        for (Answer answer : sample.answers()) {
            Optional<String> wrong = settings.outcome(answer) == Outcome.PASSED
                    ? Recomputation.wrongIn(new Solution(answer))
                    : Optional.empty();
            answers.add(wrong.map(equation -> miscalculated(answer, equation)).orElse(answer));
        }
        return sample.answered(answers);
    }

    private static Answer miscalculated(Answer answer, String equation) {
        List<Verdict> verdicts = new ArrayList<>(answer.verdicts());
        verdicts.removeIf(verdict -> verdict.by().equals(EQUATIONS));
        verdicts.add(Verdict.failed(EQUATIONS, WRONG_EQUATION, equation));
        return new Answer(
                answer.text(), answer.reasoning(), answer.teacher(), answer.prompt(), answer.mark(), verdicts);
    }

    private static boolean isMiscalculated(Answer answer) {
        return answer.verdicts().stream().anyMatch(verdict -> verdict.by().equals(EQUATIONS));
    }

    private static List<Answer> withOthers(Sample sample, List<Answer> kept) {
        List<Answer> all = new ArrayList<>();
        kept.forEach(answer -> all.add(answer.marked(Mark.CHOSEN)));
        sample.answers().stream()
                .filter(answer -> kept.stream().noneMatch(one -> one == answer))
                .forEach(answer -> all.add(answer.marked(null)));
        return all;
    }
}
