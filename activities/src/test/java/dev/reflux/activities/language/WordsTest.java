package dev.reflux.activities.language;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class WordsTest {

    @Test
    void countsWhatStandsBetweenSpaces() {
        assertThat(Words.count("Where's the well-known café, in 1999?")).isEqualTo(6);
        assertThat(Words.count("  ")).isZero();
    }

    @Test
    void countsScriptsWithoutSpacesByTheirCharacters() {
        assertThat(Words.count("为什么会下雨")).as("six characters of Chinese").isEqualTo(4);
        assertThat(Words.count("用 Python 写一首诗。")).as("a Latin word among five").isEqualTo(5);
        assertThat(Words.count("ทำไมฝนตก")).as("eight letters of Thai").isEqualTo(2);
    }

    @Test
    void takesEachCharacterForItselfWhereNoSpacesAre() {
        assertThat(Words.of("Où est l'été? 下雨了")).containsExactly("où", "est", "l", "été", "下", "雨", "了");
    }
}
