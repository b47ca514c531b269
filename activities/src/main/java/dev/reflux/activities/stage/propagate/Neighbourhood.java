package dev.reflux.activities.stage.propagate;

import dev.reflux.activities.confidence.JudgedOpinion;
import dev.reflux.activities.shard.Sample;
import dev.reflux.activities.shard.Sample.Candidate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Seeds and samples as one graph: the seeds first, then the samples. */
final class Neighbourhood {

    private final List<Sample> seeds;
    private final List<Sample> samples;
    private final LabelSpace labels;
    private final Propagation propagation;

    Neighbourhood(List<Sample> seeds, List<Sample> samples, LabelSpace labels, Propagation propagation) {
        this.seeds = seeds;
        this.samples = samples;
        this.labels = labels;
        this.propagation = propagation;
    }

    /** What comes out for each sample, raw, by id, when all seeds speak. */
    SortedMap<String, List<Candidate>> opinions() {
        List<List<Candidate>> own = samples.stream().map(Sample::candidates).toList();
        float[][] spread = propagation.spread(own(own, Map.of()), all());
        SortedMap<String, List<Candidate>> opinions = new TreeMap<>();
        for (int i = 0; i < samples.size(); i++) {
            opinions.put(samples.get(i).id(), labels.candidates(spread[seeds.size() + i]));
        }
        return opinions;
    }

    /**
     * What comes out for hidden seeds, raw.
     *
     * @param teachers what a teacher that does not know them thinks of seeds; one without an opinion stays unjudged
     */
    List<JudgedOpinion> judged(HeldOutSeeds hidden, Map<String, JudgedOpinion> teachers) {
        Map<String, JudgedOpinion> asked = new TreeMap<>(teachers);
        asked.keySet().retainAll(hidden.ids());
        BitSet known = all();
        for (int i = 0; i < seeds.size(); i++) {
            known.set(i, !asked.containsKey(seeds.get(i).id()));
        }
        float[][] spread = propagation.spread(own(hidden.opinions(), asked), known);
        List<JudgedOpinion> judged = new ArrayList<>();
        for (int i = 0; i < seeds.size(); i++) {
            if (!known.get(i)) {
                Sample seed = seeds.get(i);
                judged.add(new JudgedOpinion(seed.id(), seed.label(), labels.candidates(spread[i])));
            }
        }
        return judged;
    }

    private float[][] own(List<List<Candidate>> opinions, Map<String, JudgedOpinion> hidden) {
        float[][] own = new float[seeds.size() + samples.size()][];
        for (int i = 0; i < seeds.size(); i++) {
            Sample seed = seeds.get(i);
            JudgedOpinion opinion = hidden.get(seed.id());
            own[i] = opinion == null ? labels.certain(seed.label()) : labels.probabilities(opinion.candidates());
        }
        for (int i = 0; i < opinions.size(); i++) {
            own[seeds.size() + i] = labels.probabilities(opinions.get(i));
        }
        return own;
    }

    private BitSet all() {
        BitSet known = new BitSet();
        known.set(0, seeds.size());
        return known;
    }
}
