package dev.reflux.activities.stage.generate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TaskPoolTest {

    private static final List<String> SEEDS =
            IntStream.range(0, 20).mapToObj(i -> "seed " + i).toList();
    private static final List<String> EARLIER =
            IntStream.range(0, 20).mapToObj(i -> "made " + i).toList();

    @Test
    void showsSixSeedsAndTwoTasksOfTheRoundBefore() {
        List<String> shown = new TaskPool(SEEDS, EARLIER).draw(8, new Random(1));

        assertThat(shown).hasSize(8).doesNotHaveDuplicates();
        assertThat(shown).filteredOn(SEEDS::contains).hasSize(6);
        assertThat(shown).filteredOn(EARLIER::contains).hasSize(2);
    }

    @Test
    void showsSeedsAloneInTheFirstRound() {
        assertThat(new TaskPool(SEEDS, List.of()).draw(8, new Random(1)))
                .hasSize(8)
                .doesNotHaveDuplicates()
                .isSubsetOf(SEEDS);
    }

    @Test
    void showsWhatThereIs() {
        assertThat(new TaskPool(List.of("one", "two"), List.of("three")).draw(8, new Random(1)))
                .containsExactlyInAnyOrder("one", "two", "three");
    }

    @Test
    void drawsByTheRandomSeed() {
        TaskPool pool = new TaskPool(SEEDS, EARLIER);

        assertThat(pool.draw(8, new Random(7))).isEqualTo(pool.draw(8, new Random(7)));
        assertThat(pool.draw(8, new Random(7))).isNotEqualTo(pool.draw(8, new Random(8)));
    }
}
