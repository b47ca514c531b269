package dev.reflux.activities.stage.rejectionsampling;

import dev.reflux.activities.shard.Answer;
import dev.reflux.activities.shard.Answer.Mark;
import dev.reflux.activities.shard.Sample;
import dev.reflux.activities.shard.Verdict.Outcome;
import dev.reflux.activities.stage.Stage;
import dev.reflux.activities.stage.StageContext;
import java.util.ArrayList;
import java.util.List;

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

    private static Sample decided(Sample sample, RejectionSamplingSettings settings) {
        List<Answer> passed = new ArrayList<>();
        boolean failed = false;
        for (Answer answer : sample.answers()) {
            Outcome outcome = settings.outcome(answer);
            failed |= outcome == Outcome.FAILED;
            if (outcome == Outcome.PASSED) {
                passed.add(answer);
            }
        }
        if (sample.answers().isEmpty()) {
            return sample.rejected(NO_ANSWER);
        }
        if (passed.isEmpty()) {
            return sample.rejected(failed ? NO_ANSWER_PASSED : UNDECIDED);
        }
        List<Answer> kept = new Choice(passed, settings).kept();
        return sample.answered(settings.keepOthers() ? withOthers(sample, kept) : kept);
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
