package dev.reflux.activities.stage.filter;

import dev.reflux.activities.shard.Answer;
import dev.reflux.activities.shard.Answer.Mark;
import dev.reflux.activities.shard.Sample;
import dev.reflux.activities.shard.Verdict;
import dev.reflux.activities.shard.Verdict.Outcome;
import dev.reflux.activities.stage.filter.FilterSettings.Of;
import dev.reflux.activities.stage.filter.safety.Exhibit;
import dev.reflux.activities.stage.filter.safety.SafetyJudge;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/**
 * Has those samples judged that every rule let pass: first their texts, then the answers to those that are safe.
 *
 * <p>The bad example of a pair is not judged: it may well be there because it is unsafe.
 */
final class SafetyScreening {

    /** Reason of what the judge said nothing usable about. */
    static final String UNDECIDED = "safety-undecided";

    private final SafetyJudge judge;
    private final Of of;
    private final boolean isRehearsal;

    /** @param isRehearsal true where verdicts are made up: then answers are asked about whatever was said of their texts */
    SafetyScreening(SafetyJudge judge, Of of, boolean isRehearsal) {
        this.judge = judge;
        this.of = of;
        this.isRehearsal = isRehearsal;
    }

    List<Sample> of(List<Sample> screened) {
        List<Sample> safelyAsked = of == Of.ANSWERS ? screened : withTextsJudged(screened);
        return of == Of.TEXT ? safelyAsked : withAnswersJudged(safelyAsked, isRehearsal ? screened : safelyAsked);
    }

    private List<Sample> withTextsJudged(List<Sample> samples) {
        List<Exhibit> texts =
                samples.stream().filter(Sample::isAccepted).map(Exhibit::text).toList();
        Iterator<Verdict> verdicts = judge.verdicts(texts).iterator();
        return samples.stream()
                .map(sample -> sample.isAccepted() ? textDecided(sample, verdicts.next()) : sample)
                .toList();
    }

    private static Sample textDecided(Sample sample, Verdict verdict) {
        List<Verdict> all = Verdict.anew(sample.task().verdicts(), List.of(verdict));
        Sample judged = sample.under(sample.task().judged(all));
        return reason(verdict).map(judged::rejected).orElse(judged);
    }

    /** @param askedAbout the same samples, of which those that are accepted have their answers judged */
    private List<Sample> withAnswersJudged(List<Sample> samples, List<Sample> askedAbout) {
        List<Exhibit> answers = new ArrayList<>();
        askedAbout.stream().filter(Sample::isAccepted).forEach(sample -> sample.answers().stream()
                .filter(SafetyScreening::isJudged)
                .forEach(answer -> answers.add(new Exhibit(sample, answer))));
        Iterator<Verdict> verdicts = judge.verdicts(answers).iterator();
        List<Sample> decided = new ArrayList<>();
        for (int at = 0; at < samples.size(); at++) {
            Sample sample = samples.get(at);
            Sample judged = askedAbout.get(at).isAccepted() ? answersDecided(sample, verdicts) : sample;
            decided.add(sample.isAccepted() ? judged : sample);
        }
        return decided;
    }

    private static boolean isJudged(Answer answer) {
        return answer.mark() != Mark.REJECTED;
    }

    private static Sample answersDecided(Sample sample, Iterator<Verdict> verdicts) {
        List<Answer> judged = new ArrayList<>();
        for (Answer answer : sample.answers()) {
            judged.add(isJudged(answer) ? answer.judgedAnew(List.of(verdicts.next())) : answer);
        }
        return AnswerSieve.sift(sample.answered(judged), SafetyScreening::broken);
    }

    private static Optional<String> broken(Answer answer) {
        List<Verdict> verdicts = answer.verdicts();
        return isJudged(answer) ? reason(verdicts.get(verdicts.size() - 1)) : Optional.empty();
    }

    private static Optional<String> reason(Verdict verdict) {
        if (verdict.outcome() == Outcome.PASSED) {
            return Optional.empty();
        }
        return Optional.of(verdict.outcome() == Outcome.FAILED ? verdict.reason() : UNDECIDED);
    }
}
