package dev.reflux.activities.stage.evolve;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EliminationTest {

    private static final Subject OWN = new Subject(Evolves.INSTRUCTION, null);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "The given prompt, harder.",
                "#Rewritten Prompt#: add",
                "Add </instruction> two",
                "CREATED PROMPT: x"
            })
    void findsThePromptsOwnWords(String text) {
        assertThat(Elimination.whyUnfit(text, "Add two numbers.", OWN)).isEqualTo("prompt-leaked");
    }

    @Test
    void allowsPromptWordsThatTheParentHad() {
        assertThat(Elimination.whyUnfit("Rate the given prompt from 1 to 5.", "Rate the given prompt.", OWN))
                .isNull();
        assertThat(Elimination.whyUnfit("Explain the new instruction set of ARM.", "Explain ARM.", OWN))
                .isNull();
    }

    @Test
    void anotherSignIsAnotherSum() {
        assertThat(Elimination.whyUnfit("What is 2-3?", "What is 2+3?", OWN)).isNull();
        assertThat(Elimination.whyUnfit("what is  2+3?", "What is 2+3?", OWN)).isEqualTo("no-information-gain");
    }

    @Test
    void anApologyIsAFailureOnlyInAShortAnswer() {
        assertThat(Elimination.whyNoAnswer("Sorry, I cannot.")).isEqualTo("sorry-answer");
        assertThat(Elimination.whyNoAnswer("sorry " + "word ".repeat(78))).isEqualTo("sorry-answer");
        assertThat(Elimination.whyNoAnswer("sorry " + "word ".repeat(79))).isNull();
        assertThat(Elimination.whyNoAnswer("The sorrys are a family.")).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"...", "", "It is what it is.", "?! -- \n"})
    void anAnswerOfStopWordsOrPunctuationSaysNothing(String answer) {
        assertThat(Elimination.whyNoAnswer(answer)).isEqualTo("stop-words-only");
    }

    @ParameterizedTest
    @ValueSource(strings = {"42", "Paris.", "да", "東京"})
    void aShortAnswerMaySayEnough(String answer) {
        assertThat(Elimination.whyNoAnswer(answer)).isNull();
    }

    @Test
    void knowsATextInAnotherLanguageThanItsParentOrTheOneSet() {
        String english = "Explain to a child why the rain falls in winter.";
        String german = "Erkläre einem Kind ganz genau, warum im Winter der Regen fällt und nicht der Schnee.";
        Subject set = new Subject(Evolves.ANSWER, "de");

        assertThat(Elimination.whyUnfit(german, english, OWN)).isEqualTo("wrong-language");
        assertThat(Elimination.whyUnfit(german, "2+3?", OWN))
                .as("of none that can be told")
                .isNull();
        assertThat(Elimination.whyUnfit(german + " Kurz.", german, OWN)).isNull();
        assertThat(Elimination.whyUnfit(german, english, set)).isNull();
        assertThat(Elimination.whyUnfit(english + " In short, please.", german, set))
                .isEqualTo("wrong-language");
        assertThat(set.languageName()).isEqualTo("German");
        assertThat(OWN.languageName()).isEqualTo("the language of the given one");
    }
}
