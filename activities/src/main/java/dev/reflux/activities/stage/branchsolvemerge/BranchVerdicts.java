package dev.reflux.activities.stage.branchsolvemerge;

import dev.reflux.activities.reply.Reading;
import dev.reflux.activities.shard.Answer;
import dev.reflux.activities.shard.Sample;
import dev.reflux.activities.shard.Verdict;
import dev.reflux.activities.shard.Verdict.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * Turns merged scores into verdicts {@code judge/branch-solve-merge}: an answer's score, or its share of pairs won, where a
 * pair on which the two orders disagree is half a win. What was found where it was shown first is kept as {@code …/over-<k>}.
 */
final class BranchVerdicts {

    static final String BY = "judge/" + BranchSolveMergeStage.NAME;
    static final String JUDGED_LOW = "judged-low";
    static final String NO_ANSWER = "no-answer";
    static final String NOTHING_TO_COMPARE = "nothing-to-compare";

    private static final double TIE = 0.5;

    private final BranchSolveMergeSettings settings;
    private final Map<Integer, Map<List<Integer>, Reading<Scores>>> bySample = new TreeMap<>();

    /** @param scores one for each showing */
    BranchVerdicts(BranchSolveMergeSettings settings, List<Showing> showings, List<Reading<Scores>> scores) {
        this.settings = settings;
        for (int i = 0; i < showings.size(); i++) {
            bySample.computeIfAbsent(showings.get(i).at(), at -> new TreeMap<>((one, other) -> inOrder(one, other)))
                    .put(showings.get(i).answers(), scores.get(i));
        }
    }

    /** The sample with its verdicts; rejected where it has no answer, or none that passes and the settings say so. */
    Sample judged(Sample sample, int at) {
        if (sample.answers().isEmpty()) {
            return sample.rejected(NO_ANSWER);
        }
        List<Answer> answers = new ArrayList<>();
        List<Verdict> decisive = new ArrayList<>();
        for (int answer = 0; answer < sample.answers().size(); answer++) {
            List<Verdict> verdicts = settings.pairwise()
                    ? compared(bySample.getOrDefault(at, Map.of()), answer)
                    : List.of(verdict(bySample.get(at).get(List.of(answer))));
            decisive.add(verdicts.get(verdicts.size() - 1));
            answers.add(with(sample.answers().get(answer), verdicts));
        }
        Sample judged = sample.answered(answers);
        boolean passes = decisive.stream().anyMatch(verdict -> verdict.outcome() == Outcome.PASSED);
        return passes || settings.whenNonePasses() == NonePasses.KEEP ? judged : judged.rejected(whyNone(decisive));
    }

    /** Low if any was judged low; else the last reason why nothing could be found out. */
    private static String whyNone(List<Verdict> decisive) {
        return decisive.stream().anyMatch(verdict -> verdict.outcome() == Outcome.FAILED)
                ? JUDGED_LOW
                : decisive.stream()
                        .map(Verdict::reason)
                        .filter(Objects::nonNull)
                        .reduce((first, second) -> second)
                        .orElseThrow();
    }

    /** Its comparisons as the one shown first, then the verdict that counts. */
    private List<Verdict> compared(Map<List<Integer>, Reading<Scores>> scores, int answer) {
        List<Verdict> verdicts = new ArrayList<>();
        List<String> told = new ArrayList<>();
        double wins = 0;
        String reason = NOTHING_TO_COMPARE;
        for (Map.Entry<List<Integer>, Reading<Scores>> entry : scores.entrySet()) {
            if (entry.getKey().get(0) == answer) {
                int other = entry.getKey().get(1);
                Reading<Double> there = won(entry.getValue());
                Reading<Double> back = won(scores.get(List.of(other, answer)));
                verdicts.add(comparison(other, there, entry.getValue()));
                if (there.isUsable() && back.isUsable()) {
                    double share = there.value() + back.value() == 1 ? there.value() : TIE;
                    wins += share;
                    told.add("over " + (other + 1) + ": " + share);
                } else {
                    reason = there.isUsable() ? back.reason() : there.reason();
                }
            }
        }
        verdicts.add(verdict(
                told.isEmpty()
                        ? Reading.none(reason)
                        : Reading.of(new Scores(List.of(wins / told.size()), String.join("\n", told)))));
        return verdicts;
    }

    /** What the answer shown first got of the pair: 1, 0, or a half. */
    private static Reading<Double> won(Reading<Scores> scores) {
        return scores.then(shown -> {
            int comparison =
                    Double.compare(shown.values().get(0), shown.values().get(1));
            return Reading.of(comparison == 0 ? TIE : comparison > 0 ? 1 : 0);
        });
    }

    /** On the comparison, not on the answer: to have lost it is no failure. */
    private static Verdict comparison(int other, Reading<Double> share, Reading<Scores> scores) {
        String over = BY + "/over-" + (other + 1);
        return share.isUsable()
                ? Verdict.passed(over, share.value(), scores.value().rationale())
                : Verdict.undecided(over, share.reason(), null);
    }

    private Verdict verdict(Reading<Scores> reading) {
        if (!reading.isUsable()) {
            return Verdict.undecided(BY, reading.reason(), null);
        }
        double score = reading.value().values().get(0);
        String rationale = reading.value().rationale();
        return settings.passAt() != null && score < settings.passAt()
                ? new Verdict(BY, Outcome.FAILED, score, JUDGED_LOW, rationale)
                : Verdict.passed(BY, score, rationale);
    }

    /** The answer with these verdicts in the place of earlier ones by this stage. */
    private static Answer with(Answer answer, List<Verdict> verdicts) {
        List<Verdict> all = new ArrayList<>(answer.verdicts());
        all.removeIf(earlier -> earlier.by().equals(BY) || earlier.by().startsWith(BY + "/"));
        all.addAll(verdicts);
        return new Answer(answer.text(), answer.reasoning(), answer.teacher(), answer.prompt(), answer.mark(), all);
    }

    private static int inOrder(List<Integer> one, List<Integer> other) {
        int byFirst = Integer.compare(one.get(0), other.get(0));
        return byFirst != 0 || one.size() == 1 ? byFirst : Integer.compare(one.get(1), other.get(1));
    }
}
