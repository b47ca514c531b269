package dev.reflux.activities.stage.rejectionsampling;

import static org.assertj.core.api.Assertions.assertThat;

import dev.reflux.activities.shard.Answer;
import dev.reflux.activities.stage.rejectionsampling.RejectionSamplingSettings.Sameness;
import org.junit.jupiter.api.Test;

class SolutionTest {

    @Test
    void readsTheCalculationsACalculatorWasCalledFor() {
        assertThat(solution("She sells 16 - 7 = <<16 - 7=9>>9 and makes 9*2 = $<<9*2=18>>18\nA: 18")
                        .equations())
                .containsExactly("16-7=9", "9*2=18");
    }

    @Test
    void readsTheCalculationsThatAreWrittenOut() {
        assertThat(solution("First 1,200 + 300 = 1,500. Then $1500 × 2 = $3000, and (3 + 4) * 2 = 14.")
                        .equations())
                .containsExactly("1200+300=1500", "1500*2=3000", "(3+4)*2=14");
        assertThat(solution("x = 5, so 12 apples").equations()).isEmpty();
    }

    @Test
    void takesOtherWordsAroundTheSameCalculationsForTheSame() {
        assertThat(key("There are 2 + 3 = 5 apples.")).isEqualTo(key("Adding gives 2+3=5, which is it."));
        assertThat(key("2 + 3 = 5, 5 * 2 = 10")).isNotEqualTo(key("5 * 2 = 10, 2 + 3 = 5"));
        assertThat(key("Paris  it is.")).isEqualTo(key("paris it is.")).isNotEqualTo(key("Rome it is."));
    }

    @Test
    void looksIntoTheChainOfThought() {
        Answer answer = Answer.of("5", "2 + 3 = 5", null, null);
        assertThat(new Solution(answer).equations()).containsExactly("2+3=5");
    }

    private static String key(String text) {
        return solution(text).key(Sameness.EQUATIONS);
    }

    private static Solution solution(String text) {
        return new Solution(Answer.of(text, null, null, null));
    }
}
