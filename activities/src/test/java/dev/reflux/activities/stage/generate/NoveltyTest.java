package dev.reflux.activities.stage.generate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class NoveltyTest {

    @Test
    void measuresTheLongestCommonSubsequenceOfWords() {
        // "the cat … the mat" are 4 words in order, of 6 and 7.
        assertThat(Novelty.rougeL("The cat sat on the mat.", "the CAT is near the old mat"))
                .isEqualTo(2.0 * 4 / 13, within(1e-12));
        assertThat(Novelty.rougeL("a b c d", "d c b a")).isEqualTo(2.0 / 8, within(1e-12));
        assertThat(Novelty.rougeL("one two", "three four")).isZero();
        assertThat(Novelty.rougeL("…", "!")).isZero();
        assertThat(Novelty.rougeL("Où est l'été ?", "où est l’été")).isEqualTo(1);
        assertThat(Novelty.rougeL("为什么会下雨", "为什么会下雪")).isEqualTo(5 / 6.0, within(1e-12));
    }

    @Test
    void refusesOnlyWhatIsNearerThanAllowed() {
        Novelty novelty = new Novelty(0.7, List.of("a b c d e f g h i j"));

        assertThat(novelty.admits("a b c d e f g h x y")).isFalse();
        assertThat(novelty.admits("a b c d e f g x y z")).as("0.7 itself").isTrue();
    }

    @Test
    void knowsWhatItAdmitted() {
        Novelty novelty = new Novelty(0.7, List.of());

        assertThat(novelty.admits("Name three rivers of Spain")).isTrue();
        assertThat(novelty.admits("name three rivers of Spain!")).isFalse();
    }

    @Test
    void neverAdmitsTheSameWordsAgain() {
        Novelty novelty = new Novelty(1, List.of("a b c d"));

        assertThat(novelty.admits("A, b, c, d")).isFalse();
        assertThat(novelty.admits("a b c d e")).isTrue();
    }
}
