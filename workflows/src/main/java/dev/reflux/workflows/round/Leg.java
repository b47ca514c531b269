package dev.reflux.workflows.round;

import dev.reflux.config.Preparation;
import java.util.ArrayList;
import java.util.List;

/**
 * Stages that a shard passes without waiting for other shards. A stage that must see all shards first begins a new leg.
 *
 * @param first position of the first stage, from 1
 * @param last position of the last stage
 */
record Leg(int first, int last) {

    static List<Leg> of(List<StagePlace> stages) {
        List<Leg> legs = new ArrayList<>();
        int first = 1;
        for (int position = 2; position <= stages.size(); position++) {
            if (stages.get(position - 1).preparation() == Preparation.AFTER_ALL_SHARDS) {
                legs.add(new Leg(first, position - 1));
                first = position;
            }
        }
        legs.add(new Leg(first, stages.size()));
        return legs;
    }
}
