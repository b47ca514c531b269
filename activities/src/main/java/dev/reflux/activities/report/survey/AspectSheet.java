package dev.reflux.activities.report.survey;

import dev.reflux.activities.agreement.CohenKappa;
import dev.reflux.activities.agreement.Distance;
import dev.reflux.activities.agreement.KrippendorffAlpha;
import dev.reflux.activities.shard.Verdict;
import dev.reflux.activities.shard.Verdict.Outcome;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** The judges' verdicts in one aspect: what they come to, how far the judges agree, whether the order swayed them. */
public final class AspectSheet {

    private final String aspect;
    private final KrippendorffAlpha nominal = new KrippendorffAlpha(Distance.NOMINAL);
    private final KrippendorffAlpha interval = new KrippendorffAlpha(Distance.INTERVAL);
    private final SortedMap<String, JudgePair> judgePairs = new TreeMap<>();
    private final SortedMap<String, PositionTally> positions = new TreeMap<>();
    private long decided;
    private long passed;
    private long undecided;
    private double sum;

    AspectSheet(String aspect) {
        this.aspect = aspect;
    }

    /** Two judges beside each other. */
    public record JudgePair(String first, String second, CohenKappa kappa, CohenKappa quadratic) {}

    void add(SampleVerdicts verdicts) {
        verdicts.counting().forEach(this::count);
        verdicts.pairs().forEach((judge, pairs) -> {
            PositionTally tally = positions.computeIfAbsent(judge, PositionTally::new);
            pairs.values().forEach(tally::add);
        });
        verdicts.ratings().values().forEach(this::compare);
    }

    private void count(Verdict verdict) {
        if (verdict.outcome() == Outcome.UNDECIDED || verdict.score() == null) {
            undecided++;
            return;
        }
        decided++;
        sum += verdict.score();
        passed += verdict.outcome() == Outcome.PASSED ? 1 : 0;
    }

    private void compare(Map<String, Double> ratings) {
        nominal.add(ratings.values());
        interval.add(ratings.values());
        List<String> judges = new ArrayList<>(ratings.keySet());
        for (int one = 0; one < judges.size(); one++) {
            for (int two = one + 1; two < judges.size(); two++) {
                JudgePair pair = pair(judges.get(one), judges.get(two));
                pair.kappa().add(ratings.get(judges.get(one)), ratings.get(judges.get(two)));
                pair.quadratic().add(ratings.get(judges.get(one)), ratings.get(judges.get(two)));
            }
        }
    }

    private JudgePair pair(String first, String second) {
        return judgePairs.computeIfAbsent(
                first + " " + second,
                names -> new JudgePair(
                        first, second, new CohenKappa(Distance.NOMINAL), new CohenKappa(Distance.INTERVAL)));
    }

    public String aspect() {
        return aspect;
    }

    /** Answers with a score. */
    public long decided() {
        return decided;
    }

    /** Answers that passed. */
    public long passed() {
        return passed;
    }

    /** Answers about which nothing could be found out. */
    public long undecided() {
        return undecided;
    }

    /** Mean score of the answers that have one; null where none has. */
    public Double meanScore() {
        return decided == 0 ? null : Double.valueOf(sum / decided);
    }

    /** Krippendorff's alpha of several judges, scores taken for categories; null where it has none. */
    public Double alphaNominal() {
        return nominal.value();
    }

    /** Krippendorff's alpha of several judges, by the square of the difference; null where it has none. */
    public Double alphaInterval() {
        return interval.value();
    }

    /** Answers, or pairs of answers, that two judges or more rated. */
    public long compared() {
        return nominal.compared();
    }

    /** Each two judges who rated something in common, by name. */
    public Collection<JudgePair> judgePairs() {
        return List.copyOf(judgePairs.values());
    }

    /** One for each judge who compared answers, by name. */
    public Collection<PositionTally> positions() {
        return List.copyOf(positions.values());
    }
}
