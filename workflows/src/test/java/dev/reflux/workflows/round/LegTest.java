package dev.reflux.workflows.round;

import static org.assertj.core.api.Assertions.assertThat;

import dev.reflux.config.Preparation;
import dev.reflux.config.WorkerRole;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class LegTest {

    @Test
    void aStageThatMustSeeAllShardsBeginsANewLeg() {
        assertThat(Leg.of(stages(Preparation.AT_ROUND_START, Preparation.NONE, Preparation.AFTER_ALL_SHARDS)))
                .containsExactly(new Leg(1, 2), new Leg(3, 3));
    }

    @Test
    void aFirstStageThatMustSeeAllShardsNeedsNoLegBeforeIt() {
        assertThat(Leg.of(stages(Preparation.AFTER_ALL_SHARDS, Preparation.NONE)))
                .containsExactly(new Leg(1, 2));
    }

    private static List<StagePlace> stages(Preparation... preparations) {
        return Stream.of(preparations)
                .map(preparation -> new StagePlace("any", WorkerRole.COMPUTE, preparation))
                .toList();
    }
}
