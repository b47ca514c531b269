package dev.reflux.activities.dataset.merge.deduplicate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.reflux.activities.dataset.merge.deduplicate.MinHashSettings.Unit;
import dev.reflux.activities.shard.TextKey;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SignatureTest {

    @ParameterizedTest
    @ValueSource(doubles = {0.1, 0.5, 0.7, 0.8, 0.9, 1})
    void missesAlmostNoPairAtTheThreshold(double threshold) {
        Bands bands = new MinHashSettings(threshold, Unit.WORDS, 5, 112, null).cut();

        assertThat(bands.count() * bands.rows()).isLessThanOrEqualTo(112);
        if (threshold >= 0.5) {
            assertThat(bands.missed(threshold)).isLessThanOrEqualTo(0.001);
            assertThat(bands.missed(Math.min(1, threshold + 0.03))).isLessThan(0.0003);
        }
    }

    @Test
    void cutsAsAskedWhereBandsAreGiven() {
        assertThat(new MinHashSettings(0.8, Unit.WORDS, 5, 112, 14).cut()).isEqualTo(new Bands(14, 8));
    }

    /** With one row a band, the share of equal band keys estimates the similarity. */
    @Test
    void permutationsAreFairEnough() {
        Signature signature = new Signature(new Bands(1024, 1));
        Random random = new Random(7);
        double sum = 0;
        for (int pair = 0; pair < 50; pair++) {
            long[] shared = random.longs(60).toArray();
            long[] one = signature.bandKeys(with(shared, random));
            long[] other = signature.bandKeys(with(shared, random));
            sum += LongStream.range(0, 1024)
                            .filter(i -> one[(int) i] == other[(int) i])
                            .count()
                    / 1024.0;
        }
        assertThat(sum / 50).isCloseTo(0.6, within(0.01));
    }

    /** Shingles and band keys may be kept and compared later, elsewhere: these numbers never change. */
    @Test
    void givesTheSameNumbersOnEveryMachine() {
        long[] shingles = new Shingles(Unit.WORDS, 2).of(TextKey.normalised("Straße, ΑΒΓ — 12 \uD835\uDD38!"));

        assertThat(shingles).containsExactly(1677746827837418320L, 4798000659281194075L, 8703872219585421319L);
        assertThat(new Signature(new Bands(2, 3)).bandKeys(shingles))
                .containsExactly(5325924403367295667L, 526397019074713020L);
    }

    @Test
    void countsRepeatedShinglesOnce() {
        assertThat(new Shingles(Unit.WORDS, 1).of("a b a b a")).hasSize(2);
        assertThat(new Shingles(Unit.CHARACTERS, 2).of("abab")).hasSize(2);
        assertThat(new Shingles(Unit.CHARACTERS, 5).of("abcd")).isEmpty();
    }

    private static long[] with(long[] shared, Random random) {
        return LongStream.concat(LongStream.of(shared), random.longs(20)).toArray();
    }
}
