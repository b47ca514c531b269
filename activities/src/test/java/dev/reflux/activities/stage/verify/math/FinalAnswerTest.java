package dev.reflux.activities.stage.verify.math;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class FinalAnswerTest {

    @Test
    void takesTheLastBoxWithItsNestedBraces() {
        assertThat(FinalAnswer.of("First \\boxed{2}, no: $\\boxed{\\frac{3}{\\sqrt{4}}}$ is 7."))
                .containsExactly("\\frac{3}{\\sqrt{4}}");
    }

    @Test
    void aBoxThatIsNeverClosedIsNone() {
        assertThat(FinalAnswer.of("It is twelve.\nThat is \\boxed{12")).isEmpty();
        assertThat(FinalAnswer.of("#### 12\n\\boxed{13")).containsExactly("12", "12");
    }

    @Test
    void takesWhatIsMarkedBeforeAnyOtherNumber() {
        assertThat(FinalAnswer.of("2+2=4\n#### 1,234 dollars\nCheck: 7").get(0)).isEqualTo("1,234 dollars");
        assertThat(FinalAnswer.of("16 eggs\nA: 18").get(0)).isEqualTo("18");
        assertThat(FinalAnswer.of("**Answer:** 3/4.\n").get(0)).isEqualTo("3/4");
        assertThat(FinalAnswer.of("So the answer is 3.5. There were 9.").get(0)).isEqualTo("3.5");
        assertThat(FinalAnswer.of("The answer to the question is: x = 4").get(0))
                .isEqualTo("x = 4");
    }

    @Test
    void readsTheSoleNumberOfAMarkedSentenceToo() {
        assertThat(FinalAnswer.of("The answer is that she has 18 left")).containsExactly("that she has 18 left", "18");
        assertThat(FinalAnswer.of("The answer is 3 or 4")).containsExactly("3 or 4");
        assertThat(FinalAnswer.of("#### 2x + 1")).containsExactly("2x + 1");
    }

    @Test
    void takesAShortTextWholeAndElseItsLastNumber() {
        assertThat(FinalAnswer.of("\\frac{3}{4}")).containsExactly("\\frac{3}{4}");
        assertThat(FinalAnswer.of("She has 3 + 4.\nThat makes $1,250.50 in all."))
                .containsExactly("$1,250.50");
        assertThat(FinalAnswer.of("x = 3\nso y = 2x")).containsExactly("3");
        assertThat(FinalAnswer.of("I cannot tell.\nSorry.")).isEqualTo(List.of());
        assertThat(FinalAnswer.of("")).isEmpty();
    }

    @Test
    void doesNotReadAnAnswerWithoutEnd() {
        assertThat(FinalAnswer.of("\\boxed{" + "\\frac".repeat(10_000) + "}")).isEmpty();
    }

    @Test
    void aReferenceIsTheWholeOrWhatIsMarkedInIt() {
        assertThat(FinalAnswer.ofReference("3 dollars")).isEqualTo("3 dollars");
        assertThat(FinalAnswer.ofReference("He pays 9 * 2.\n#### 18")).isEqualTo("18");
    }
}
