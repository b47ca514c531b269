package dev.reflux.activities.stage.selfconsistency;

import static org.assertj.core.api.Assertions.assertThat;

import dev.reflux.activities.stage.selfconsistency.SelfConsistencySettings.Parse;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FinalAnswersTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            She makes 9 * 2 = 18 dollars.\\n#### 18       | 18
            We get 5, no, \\boxed{\\text{Paris}} | paris
            So \\boxed{\\frac{1}{2}} it is, not 3 | \\frac{1}{2}
            There are 3 + 4 = 7 cars. The answer is 7. | 7
            The answer is (B). | b
            **Answer: 1,234.50 dollars** | 1234.5
            The answer is 3.5 hours. That took 2 minutes | 3.5
            First 12, then 30\\nA: 42 | 42
            That leaves $1,000,000.00 in all | 1000000
            It falls to -3 degrees | -3
            A loss of -$5 | -5
            So 5-3 | 3
            About 3/4 of them | 3/4
            {"reason": "2 and 3", "answer": 5} | 5
            Paris | paris
            """)
    void readsTheMostExplicitPlaceFirst(String text, String expected) {
        assertThat(read(null, text.replace("\\n", "\n"))).contains(expected);
    }

    @Test
    void looksOnlyWhereItIsTold() {
        assertThat(read(Parse.HASH, "The answer is 5")).isEmpty();
        assertThat(read(Parse.BOXED, "\\boxed{1} then \\boxed{2}")).contains("2");
        assertThat(read(Parse.BOXED, "\\boxed{1")).isEmpty();
        assertThat(read(Parse.LAST_NUMBER, "#### 4, or rather 5")).contains("5");
        assertThat(read(Parse.JSON_FIELD, "```json\n{\"answer\": \"Yes \"}\n```"))
                .contains("yes");
        assertThat(read(Parse.JSON_FIELD, "{\"answer\": null}")).isEmpty();
        SelfConsistencySettings pattern = new SelfConsistencySettings(Parse.REGEX, "answer", "Result=(\\w+)", 0, 2);
        assertThat(new FinalAnswers(pattern).of("Result=a, then Result=b")).contains("b");
    }

    @Test
    void findsNoneInALongTextWithoutANumber() {
        assertThat(read(null, "I am not sure about it. ".repeat(5))).isEmpty();
        assertThat(read(null, " ")).isEmpty();
    }

    private static Optional<String> read(Parse parse, String text) {
        return new FinalAnswers(new SelfConsistencySettings(parse, "answer", null, 0, 2)).of(text);
    }
}
