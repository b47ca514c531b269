package dev.reflux.activities.stage.personas;

import dev.reflux.activities.shard.SampleId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * Draws personas for a sample without replacement: every sample has an order of all personas of its own, and each round takes
 * the next ones, so that none comes twice.
 */
record PersonaDraw(List<String> personas, int perSample) {

    /** The personas of a sample in a round, from 1; fewer, or none, once it has had them all. */
    List<String> draw(String sampleId, int round) {
        int from = (int) Math.min((long) (round - 1) * perSample, personas.size());
        int to = Math.min(from + perSample, personas.size());
        Random random = new Random(Long.parseUnsignedLong(SampleId.of("persona", sampleId), 16));
        // Fisher-Yates up to what is needed; only what was moved is written down.
        Map<Integer, Integer> moved = new HashMap<>();
        List<String> drawn = new ArrayList<>();
        for (int place = 0; place < to; place++) {
            int other = place + random.nextInt(personas.size() - place);
            int chosen = moved.getOrDefault(other, other);
            moved.put(other, moved.getOrDefault(place, place));
            if (place >= from) {
                drawn.add(personas.get(chosen));
            }
        }
        return drawn;
    }
}
