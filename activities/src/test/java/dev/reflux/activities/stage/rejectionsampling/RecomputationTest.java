package dev.reflux.activities.stage.rejectionsampling;

import static org.assertj.core.api.Assertions.assertThat;

import dev.reflux.activities.shard.Answer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RecomputationTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "He has 3*4=<<3*4=12>>12 apples.",
                "He has 3*4=12 apples, then 12 - 5 = 7.",
                "3 x 4 = 12",
                "$1,200 + $300 = $1,500",
                "<<1,200+300=1,500>>",
                "<<2*3=6=12/2>>",
                "(3 + 4) * 2 = 14 and 2^3*2=16",
                "10 / 3 = 3.33",
                "10/3=3.333",
                "20% * 50 is 20/100*50=10",
                "<<50*20%=10>>",
                "3/6*100%=50%",
                "1/4*100 = 25%",
                "-3+5=2 and x + 2*3 = 10 and 2+3=10/2",
                "3/2 = 1 1/2",
                "<<apples*2=7>> <<5/0=3>>",
                "$400 000 x 3/100 = $12 000",
                "There is nothing to work out."
            })
    void letsPassWhatHoldsOrCannotBeWorkedOut(String solution) {
        assertThat(Recomputation.wrongIn(solution(solution))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "He has 3*4=<<3*4=13>>13 apples. | 3*4=13",
                "He has 3 * 4 = 13 apples. | 3*4=13",
                "3 x 4 = 13 | 3*4=13",
                "<<3*4=12>> and then <<12-5=6>> | 12-5=6",
                "<<2*3=6=13/2>> | 2*3=6=13/2",
                "$1,200 + $300 = $1,600 | 1200+300=1600",
                "10/3=3.34 | 10/3=3.34",
                "10/3=3.3 | 10/3=3.3",
                "So 2 + 3 * 4 = 20. | 2+3*4=20",
                "<<50*20%=11>> | 50*20%=11"
            })
    void findsTheFirstThatIsWrong(String solution, String equation) {
        assertThat(Recomputation.wrongIn(solution(solution))).contains(equation);
    }

    @Test
    void worksOutByTheUsualRules() {
        assertThat(Arithmetic.of("2+3*4-6/2", true)).hasValue(11);
        assertThat(Arithmetic.of("(2+3)*-4", true)).hasValue(-20);
        assertThat(Arithmetic.of("2^3^2", true)).hasValue(512);
        assertThat(Arithmetic.of("7-2-1", true)).hasValue(4);
        assertThat(Arithmetic.of("2+", true)).isEmpty();
        assertThat(Arithmetic.of("1.2.3", true)).isEmpty();
        assertThat(Arithmetic.of("", true)).isEmpty();
    }

    private static Solution solution(String text) {
        return new Solution(Answer.of(text, null, null, null));
    }
}
