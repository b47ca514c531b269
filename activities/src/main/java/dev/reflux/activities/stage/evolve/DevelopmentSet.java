package dev.reflux.activities.stage.evolve;

import dev.reflux.activities.shard.Sample;
import dev.reflux.activities.shard.SampleId;
import dev.reflux.activities.shard.ShardSet;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/**
 * Instructions drawn from all shards: some to measure methods on, the others to learn from. The same in every run of a round,
 * others in another round.
 *
 * @param measured what methods are measured on
 * @param learnt what steps learn from, batch after batch; what is measured, where there is nothing else
 */
record DevelopmentSet(List<Sample> measured, List<Sample> learnt) {

    /** Needs memory for what it draws, not for the shards. */
    static DevelopmentSet draw(ShardSet shards, MethodSearch search, int round) {
        int wanted = search.development() + search.steps() * search.batch();
        TreeMap<String, Sample> drawn = new TreeMap<>();
        shards.forEach((Sample sample) -> {
            if (!sample.text().isBlank()) {
                drawn.put(SampleId.of("development", String.valueOf(round), sample.id()), sample);
                if (drawn.size() > wanted) {
                    drawn.pollLastEntry();
                }
            }
        });
        List<Sample> samples = new ArrayList<>(drawn.values());
        int measured = Math.min(search.development(), samples.size());
        return new DevelopmentSet(
                samples.subList(0, measured),
                measured < samples.size() ? samples.subList(measured, samples.size()) : samples);
    }

    /** The batch of a step, from 0; begins again where the instructions are used up. */
    List<Sample> batch(int step, int size) {
        List<Sample> batch = new ArrayList<>();
        for (int at = 0; at < Math.min(size, learnt.size()); at++) {
            batch.add(learnt.get((step * size + at) % learnt.size()));
        }
        return batch;
    }
}
