package dev.reflux.activities.stage.selfconsistency;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlainAnswerTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            18.00           | 18
            $1,234.50       | 1234.5
            1234.5 dollars  | 1234.5
            18 apples.      | 18
            50 %            | 50
            50\\%           | 50
            $50$            | 50
            .5              | 0.5
            -0              | 0
            007             | 7
            (C)             | c
            New   York.     | new york
            (1, 2)          | (1, 2)
            (x+1)(x-1)      | (x+1)(x-1)
            1,2             | 1,2
            2x              | 2x
            2 pi            | 2 pi
            10 million      | 10 million
            10 pm           | 10 pm
            3 to 4          | 3 to 4
            \\text{no}      | no
            """)
    void comparesNumbersAsNumbersAndTextAsText(String found, String plain) {
        assertThat(PlainAnswer.of(found)).isEqualTo(plain);
    }
}
