package dev.reflux.activities.dataset.merge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import java.util.function.LongUnaryOperator;
import org.junit.jupiter.api.Test;

class EvenSortTest {

    @Test
    void sortsAsJavaDoesWhetherSpreadEvenlyOrNot() {
        for (int count : new int[] {0, 1, 2, 3, 80, 128, 129, 5000}) {
            sorts(count, value -> value);
            sorts(count, value -> value % 7);
            sorts(count, value -> value >>> 40);
            sorts(count, value -> Long.MIN_VALUE);
            sorts(count, value -> value % 2 == 0 ? Long.MAX_VALUE : value);
        }
    }

    private static void sorts(int count, LongUnaryOperator shape) {
        long[] values = new Random(count).longs(count + 3).map(shape).toArray();
        long[] given = values.clone();
        long[] expected = Arrays.copyOf(values, count);
        Arrays.sort(expected);

        assertThat(EvenSort.sorted(values, count)).isEqualTo(expected);
        assertThat(values).isEqualTo(given);
    }
}
