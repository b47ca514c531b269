package dev.reflux.activities.stage.selfconsistency;

import dev.reflux.activities.shard.Answer;
import dev.reflux.activities.shard.Sample;
import dev.reflux.activities.shard.Verdict;
import dev.reflux.activities.shard.Verdict.Outcome;
import dev.reflux.activities.stage.Stage;
import dev.reflux.activities.stage.StageContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Concludes from a sample's answers the final answer that most of them come to (self-consistency, Wang et al. 2023); its
 * share of the votes is the confidence. What the paper leaves open is settled here: an answer whose final answer cannot be
 * read is no vote, and a tie for the first place has no winner. Run twice it comes to the same.
 */
public final class SelfConsistencyStage implements Stage<SelfConsistencySettings> {

    static final String NAME = "self-consistency";
    static final String NO_ANSWER = "no-answer";
    static final String UNPARSABLE = "unparsable";
    static final String TOO_FEW_VOTES = "too-few-votes";
    static final String TIED = "tied";
    static final String BELOW_SHARE = "below-share";
    static final String DISAGREES = "disagrees";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Class<SelfConsistencySettings> settings() {
        return SelfConsistencySettings.class;
    }

    @Override
    public List<Sample> process(List<Sample> samples, StageContext context, SelfConsistencySettings settings) {
        FinalAnswers finals = new FinalAnswers(settings);
        return samples.stream().map(sample -> voted(sample, finals, settings)).toList();
    }

    private static Sample voted(Sample sample, FinalAnswers finals, SelfConsistencySettings settings) {
        if (sample.answers().isEmpty()) {
            return sample.rejected(NO_ANSWER);
        }
        Vote vote = Vote.of(sample.answers().stream()
                .map(answer -> finals.of(answer.text()))
                .toList());
        if (vote.cast() == 0) {
            return sample.answered(judged(sample, vote)).rejected(UNPARSABLE);
        }
        if (vote.cast() < settings.leastVotes()) {
            return sample.rejected(TOO_FEW_VOTES);
        }
        if (vote.winner().isEmpty()) {
            return sample.rejected(TIED);
        }
        String winner = vote.winner().orElseThrow();
        Sample concluded = sample.answered(judged(sample, vote)).concluded(winner, vote.share(winner));
        return vote.share(winner) < settings.least() ? concluded.rejected(BELOW_SHARE) : concluded;
    }

    private static List<Answer> judged(Sample sample, Vote vote) {
        List<Answer> judged = new ArrayList<>();
        for (Answer answer : sample.answers()) {
            judged.add(answer.judged(verdict(vote.ballots().get(judged.size()), vote)));
        }
        return judged;
    }

    /** The score is the share of those who say the same. */
    private static Verdict verdict(Optional<String> ballot, Vote vote) {
        if (ballot.isEmpty()) {
            return Verdict.undecided(NAME, UNPARSABLE, null);
        }
        double share = vote.share(ballot.get());
        return ballot.equals(vote.winner())
                ? Verdict.passed(NAME, share, null)
                : new Verdict(NAME, Outcome.FAILED, share, DISAGREES, null);
    }
}
