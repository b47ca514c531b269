package dev.reflux.activities.dataset.merge.decontaminate;

import dev.reflux.activities.dataset.merge.decontaminate.NeighbourJudge.Pair;
import dev.reflux.activities.dataset.merge.decontaminate.NeighbourJudge.Verdict;
import java.util.ArrayList;
import java.util.List;

/** Lets a judge decide on suspects: of each sample the nearest first, then the next, until one is confirmed. */
final class Trial {

    private final NeighbourJudge judge;
    private final double threshold;
    private final MatchLog log;

    /**
     * What was decided on one sample.
     *
     * @param confirmed the item that it asks in other words; null where there is none
     * @param undecided the nearest item that the judge said nothing of that could be read; null where there is none
     */
    record Outcome(Neighbour confirmed, Neighbour undecided) {

        static final Outcome CLEAN = new Outcome(null, null);

        Outcome after(Neighbour pair, Verdict verdict) {
            return switch (verdict) {
                case CONFIRMED -> new Outcome(pair, undecided);
                case CLEARED -> this;
                case UNDECIDED -> new Outcome(confirmed, undecided == null ? pair : undecided);
            };
        }
    }

    /** @param threshold below which a pair is only asked about, and what is said of it decides nothing */
    Trial(NeighbourJudge judge, double threshold, MatchLog log) {
        this.judge = judge;
        this.threshold = threshold;
        this.log = log;
    }

    /**
     * Outcomes in the order of the samples.
     *
     * @param ids of the samples
     */
    List<Outcome> of(List<String> ids, List<Found> samples) {
        List<Outcome> outcomes =
                new ArrayList<>(samples.stream().map(found -> Outcome.CLEAN).toList());
        for (int rank = 0; ; rank++) {
            List<Integer> open = open(samples, outcomes, rank);
            if (open.isEmpty()) {
                return outcomes;
            }
            List<Pair> pairs = new ArrayList<>();
            for (int sample : open) {
                pairs.add(
                        new Pair(ids.get(sample), samples.get(sample).suspects().get(rank)));
            }
            List<Verdict> verdicts = judge.judge(pairs);
            for (int i = 0; i < pairs.size(); i++) {
                Neighbour near = pairs.get(i).neighbour();
                if (near.cosine() >= threshold) {
                    log.judged(near.item(), verdicts.get(i));
                    outcomes.set(open.get(i), outcomes.get(open.get(i)).after(near, verdicts.get(i)));
                }
            }
        }
    }

    private static List<Integer> open(List<Found> samples, List<Outcome> outcomes, int rank) {
        List<Integer> open = new ArrayList<>();
        for (int sample = 0; sample < samples.size(); sample++) {
            if (samples.get(sample).suspects().size() > rank
                    && outcomes.get(sample).confirmed() == null) {
                open.add(sample);
            }
        }
        return open;
    }
}
