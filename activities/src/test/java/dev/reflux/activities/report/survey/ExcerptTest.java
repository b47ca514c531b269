package dev.reflux.activities.report.survey;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ExcerptTest {

    @Test
    void cutsAtWholeCharacters() {
        assertThat(Excerpt.of("\uD83D\uDE00\uD83D\uDE00\uD83D\uDE00", 2)).isEqualTo("\uD83D\uDE00\uD83D\uDE00…");
        assertThat(Excerpt.of("ab", 2)).isEqualTo("ab");
    }

    @Test
    void showsNoKeyNotEvenItsBeginning() {
        String key = "ghp_" + "a1B2c3D4e5".repeat(4);

        assertThat(Excerpt.of("Use " + key + " to log in", 200)).isEqualTo("Use [SECRET] to log in");
        assertThat(Excerpt.of("Use " + key + " to log in", 12)).isEqualTo("Use [SECRET]…");
    }
}
