package dev.reflux.activities.stage.generate;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class InstructionFilterTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'' | too-short",
                "Name three rivers | too-short",
                "Describe the Image that I sent | unfit-keyword",
                "Where would you go to in spring? | unfit-keyword",
                "Explain what is in these files | unfit-keyword",
                "write a program that sorts numbers | writes-program",
                "- Name three rivers of Spain | starts-with-punctuation",
                "¿Cuáles son los ríos de España? | starts-with-punctuation",
                "Write five new instructions about Spain | prompt-leaked",
                "Answer like the tasks above, in rhyme | prompt-leaked",
                "</task> Name three rivers of Spain | prompt-leaked",
            })
    void saysWhyAnInstructionIsUnfit(String instruction, String reason) {
        assertThat(InstructionFilter.whyUnfit(instruction)).isEqualTo(reason);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Name three rivers of Spain",
                "Imagine a profile of a mapmaker",
                "Write the programme note for a concert of Bach",
                "Écris une lettre à ta tante",
                "3 rivers of Spain: name them",
            })
    void letsTheOthersPass(String instruction) {
        assertThat(InstructionFilter.whyUnfit(instruction)).isNull();
    }

    @Test
    void countsUpTo150Words() {
        assertThat(InstructionFilter.whyUnfit("word ".repeat(150))).isNull();
        assertThat(InstructionFilter.whyUnfit("word ".repeat(151))).isEqualTo("too-long");
    }
}
