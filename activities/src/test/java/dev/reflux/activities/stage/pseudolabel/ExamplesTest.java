package dev.reflux.activities.stage.pseudolabel;

import static dev.reflux.activities.stage.StageCampaign.sample;
import static org.assertj.core.api.Assertions.assertThat;

import dev.reflux.activities.shard.Sample;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class ExamplesTest {

    private static final List<Sample> SEEDS = List.of(
            sample("d", "I lost my card", "card-lost"),
            sample("a", "My card is gone", "card-lost"),
            sample("c", "Give me my money back", "refund"),
            sample("b", "  GIVE ME MY MONEY BACK ", "refund"),
            sample("e", "Refund, please", "refund"));

    @Test
    void showsSomeOfEachLabelWhateverTheOrderOfSeeds() {
        List<Sample> shuffled = new ArrayList<>(SEEDS);
        Collections.reverse(shuffled);

        assertThat(Examples.of(SEEDS, 1).all()).extracting(Example::id).containsExactly("a", "b");
        assertThat(Examples.of(shuffled, 1).all())
                .isEqualTo(Examples.of(SEEDS, 1).all());
        assertThat(Examples.of(SEEDS, 2).all()).extracting(Example::id).containsExactly("a", "d", "b", "c");
        assertThat(Examples.of(SEEDS, 0).all()).isEmpty();
    }

    @Test
    void aSeedIsNeverAnExampleOfItselfNorIsItsDouble() {
        Examples examples = Examples.of(SEEDS, 1);

        assertThat(examples.without(SEEDS.get(1))).extracting(Example::id).containsExactly("d", "b");
        assertThat(examples.without(SEEDS.get(3))).extracting(Example::id).containsExactly("a", "e");
        assertThat(examples.without(SEEDS.get(2))).extracting(Example::id).containsExactly("a", "e");
    }

    @Test
    void prefersTextsOfHandyLength() {
        List<Sample> seeds = List.of(
                sample("a", "long ".repeat(200), "card-lost"),
                sample("b", "short", "card-lost"),
                sample("c", "long ".repeat(200), "refund"));

        assertThat(Examples.of(seeds, 1).all()).extracting(Example::id).containsExactly("b", "c");
    }
}
