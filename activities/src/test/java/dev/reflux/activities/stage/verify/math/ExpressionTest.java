package dev.reflux.activities.stage.verify.math;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExpressionTest {

    @ParameterizedTest
    @CsvSource(delimiterString = " ~ ", textBlock = """
            5,600 ~ 5600
            $5,600.00 ~ 5600
            11,\\! 111,\\! 100 ~ 11111100
            -3 ~ −3
            .5 ~ 0.50
            1/2 ~ 0.5
            \\frac{14}{3} ~ 14/3
            \\dfrac43 ~ \\frac{4}{3}
            \\frac 59 ~ 5/9
            \\frac{-3}{8} ~ -\\frac{3}{8}
            2/4 ~ 1/2
            1\\frac{4}{5} ~ 9/5
            137 \\frac{1}{2} ~ 137.5
            1 4/5 ~ 1.8
            0.333 ~ 1/3
            0.6667 ~ \\frac{2}{3}
            50% ~ 50
            50\\% ~ 0.5
            0.25 ~ 25 percent
            1.5e3 ~ 1500
            6.72 \\times 10^{-5} ~ .0000672
            10^6 ~ 1,000,000
            90^\\circ ~ 90
            90^{\\circ} ~ 90 degrees
            5.4 \\text{ cents} ~ 5.4
            15\\mbox{ cm}^2 ~ 15
            18 dollars per day ~ $18
            18 apples ~ 18 apple
            \\left( 3, \\frac{\\pi}{2} \\right) ~ (3,\\pi/2)
            (6, 31, -1) ~ (6,31,-1.0)
            [0.5, 1) ~ \\left[\\frac12,1\\right)
            (-\\infty, 2) \\cup (3, \\infty) ~ (3,\\infty)\\cup(-\\infty,2)
            \\{1, 2, 3\\} ~ \\{3,2,1\\}
            1,-2 ~ -2, 1
            3, 5, 7 ~ 3, 5 and 7
            x = 5 ~ 5
            x \\in [-2,7] ~ [-2, 7]
            y = 2x + 3 ~ y=3+2x
            1 \\pm \\sqrt{19} ~ 1+\\sqrt{19}, 1-\\sqrt{19}
            \\{1\\pm\\sqrt{5},-2\\} ~ \\{-2, 1+\\sqrt5, 1-\\sqrt5\\}
            11\\sqrt2 ~ 11 \\sqrt{2}
            11 \\sqrt{5} + 11 ~ 11+11\\sqrt5
            52_8 ~ 52_{8}
            x^{10} ~ x^10
            2 \\cdot x ~ 2x
            \\text{Evelyn} ~ evelyn
            \\text{(C)} ~ C
            \\begin{pmatrix} -1/3 \\\\ 2/3 \\end{pmatrix} ~ \\begin{bmatrix}-\\frac13\\\\\\frac23\\end{bmatrix}
            """)
    void holdsEqualWhatHasTheSameValue(String one, String other) {
        assertThat(Expression.of(one).isEqualTo(Expression.of(other))).isTrue();
        assertThat(Expression.of(other).isEqualTo(Expression.of(one))).isTrue();
    }

    @ParameterizedTest
    @CsvSource(delimiterString = " ~ ", textBlock = """
            18 ~ 19
            18 ~ -18
            1,234,567 ~ 1,234,568
            0.33 ~ 1/3
            0.5 ~ 0.5001
            3.14 ~ \\pi
            2 ~ 2x
            8 ~ 8\\pi
            2 ~ 2k
            5 ~ \\sqrt{5}
            50% ~ 5
            0.5 ~ 5%
            5 cm ~ 5 kg
            5 dollars ~ 5 cents
            (3,4] ~ [3,4]
            (3,4) ~ (4,3)
            (3,4) ~ 3,4
            1,2 ~ 1,2,3
            1,-2 ~ 1
            \\{1,2\\} ~ (1,2)
            x = 5 ~ y = 5
            52_8 ~ 52
            52_8 ~ 52_9
            p - q ~ q - p
            6 - 5i ~ 6 + 5i
            1 \\pm \\sqrt{19} ~ 1+\\sqrt{19}
            \\text{(C)} ~ \\text{(E)}
            even ~ odd
            \\frac{1}{2} ~ \\frac{2}{1}
            1\\frac{4}{5} ~ 14/5
            10^6 ~ 10^5
            (0,9) \\cup (9,36) ~ (0,36)
            \\begin{pmatrix} 1 & 0 \\\\ 0 & 1 \\end{pmatrix} ~ \\begin{pmatrix} 1 \\\\ 0 \\\\ 0 \\\\ 1 \\end{pmatrix}
            \\begin{pmatrix} 1 \\\\ 2 \\end{pmatrix} ~ \\begin{pmatrix} 2 \\\\ 1 \\end{pmatrix}
            """)
    void holdsApartWhatHasNot(String one, String other) {
        assertThat(Expression.of(one).isEqualTo(Expression.of(other))).isFalse();
        assertThat(Expression.of(other).isEqualTo(Expression.of(one))).isFalse();
    }
}
