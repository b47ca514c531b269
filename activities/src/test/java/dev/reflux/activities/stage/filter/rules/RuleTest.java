package dev.reflux.activities.stage.filter.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What each rule measures. */
class RuleTest {

    private static double value(Rule rule, String text) {
        return rule.of(new MeasuredText(text, null, null));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    CHARACTERS        | '  a😀b \n'                        | 3
                    WORDS             | one two, three                     | 3
                    WORDS             | 把这句话翻译成英文                 | 6
                    MEAN_WORD_LENGTH  | a bbb - ccccc                      | 3
                    LONGEST_WORD      | a bbbb cc                          | 4
                    LONGEST_WORD      | 中文没有空格所以每个字都是一个词   | 0
                    HASH_MARKS        | one #two #three four               | 0.5
                    ELLIPSES          | well... no… yes ok                 | 0.5
                    SYMBOLS           | a+b=                               | 0.5
                    DIGITS            | a1b2                               | 0.5
                    DIGITS            | ٣٤ab                               | 0.5
                    UPPER_CASE        | ABcd中文12                         | 0.5
                    WHITE_SPACE       | 'a b c'                            | 0.4
                    ALPHABETIC_WORDS  | two 2 three 3 -                    | 0.5
                    STOP_WORDS        | The end of the road                | 2
                    CURLY_BRACKETS    | f() { g({}) }                      | 2
                    PLACEHOLDER_TEXT  | Lorem Ipsum dolor                  | 1
                    """)
    void measures(Rule rule, String text, double expected) {
        assertThat(value(rule, text)).isCloseTo(expected, within(1e-9));
    }

    @Test
    void countsTheCharactersOfAddresses() {
        assertThat(value(Rule.URLS, "See https://a.example/b?c=d now")).isCloseTo(23 / 31.0, within(1e-9));
        assertThat(value(Rule.URLS, "no address")).isZero();
    }

    @Test
    void looksAtLinesThatAreNotBlank() {
        String list = "Buy:\n\n- milk\n- eggs…\n• bread. \n";

        assertThat(value(Rule.BULLET_LINES, list)).isEqualTo(0.75);
        assertThat(value(Rule.ELLIPSIS_LINES, list)).isEqualTo(0.25);
        assertThat(value(Rule.PUNCTUATED_LINES, list)).isEqualTo(0.5);
        assertThat(value(Rule.SHORT_LINES, list)).isEqualTo(1);
        assertThat(value(Rule.LINE_BREAKS, "one\ntwo three four")).isEqualTo(0.25);
    }

    @Test
    void marksThatEndASentenceAreThoseOfManyScripts() {
        for (String ended : new String[] {"Yes.", "Really?\"", "好。", "ठीक है।", "هل؟", "**Bold.**", "Fin !"}) {
            assertThat(value(Rule.PUNCTUATED_LINES, ended)).as(ended).isEqualTo(1);
        }
        assertThat(value(Rule.PUNCTUATED_LINES, "a heading")).isZero();
    }

    @Test
    void aRepeatedLineCountsFromItsSecondTimeOn() {
        String lines = "one\ntwo\none\none";

        assertThat(value(Rule.DUPLICATE_LINES, lines)).isEqualTo(0.5);
        assertThat(value(Rule.DUPLICATE_LINE_CHARACTERS, lines)).isEqualTo(0.5);
        assertThat(value(Rule.DUPLICATE_PARAGRAPHS, "one\n\ntwo\n \none")).isCloseTo(1 / 3.0, within(1e-9));
        assertThat(value(Rule.DUPLICATE_PARAGRAPH_CHARACTERS, "aaaa\n\nbb\n\naaaa"))
                .isEqualTo(0.4);
    }

    @Test
    void theTopGramIsTheOneThatCoversMost() {
        assertThat(value(Rule.TOP_2_GRAM, "ab cd ef ab cd gh")).isCloseTo(8 / 12.0, within(1e-9));
        assertThat(value(Rule.TOP_2_GRAM, "no pair comes twice here")).isZero();
        assertThat(value(Rule.TOP_3_GRAM, "ha ha ha ha ha ha")).isEqualTo(1);
        assertThat(value(Rule.TOP_4_GRAM, "a b c")).isZero();
        assertThat(value(Rule.TOP_2_GRAM, "你好吗你好啊")).isCloseTo(4 / 6.0, within(1e-9));
    }

    @Test
    void noCharacterOfARepeatedGramCountsTwice() {
        assertThat(value(Rule.DUPLICATE_5_GRAMS, "a b c d e x a b c d e y")).isCloseTo(5 / 12.0, within(1e-9));
        assertThat(value(Rule.DUPLICATE_5_GRAMS, "a b c d e f a b c d e f")).isCloseTo(5 / 12.0, within(1e-9));
        assertThat(value(Rule.DUPLICATE_10_GRAMS, "z ".repeat(100)))
                .isCloseTo(0.9, within(0.09))
                .isLessThanOrEqualTo(1);
    }

    @Test
    void sentencesAreThoseOfLinesThatC4Keeps() {
        assertThat(value(Rule.SENTENCES, "One is here. Two is too! Is three?\nA line without an end\nToo short."))
                .isEqualTo(3);
        assertThat(value(Rule.SENTENCES, "You must enable Javascript to go on.\nWe use cookies on this site."))
                .isZero();
        assertThat(value(Rule.SENTENCES, "It goes on and on...")).isZero();
    }

    @Test
    void whatCannotBeToldPasses() {
        MeasuredText chinese = new MeasuredText("用一句话解释什么是机器学习", null, null);

        assertThat(Rule.MEAN_WORD_LENGTH.broken(chinese, Bounds.between(3, 10))).isEmpty();
        assertThat(Rule.UPPER_CASE.broken(chinese, Bounds.atMost(0))).isEmpty();
        assertThat(Rule.DIGITS.broken(new MeasuredText("", null, null), Bounds.between(0.5, 1)))
                .isEmpty();
    }

    @Test
    void boundsPassThemselves() {
        MeasuredText text = new MeasuredText("one two three", null, null);

        assertThat(Rule.WORDS.broken(text, Bounds.between(3, 3))).isEmpty();
        assertThat(Rule.WORDS.broken(text, Bounds.atLeast(4))).contains("too-few-words");
        assertThat(Rule.WORDS.broken(text, Bounds.atMost(2))).contains("too-many-words");
        assertThat(Rule.WORDS.broken(text, Bounds.atMost(2).from(14))).isEmpty();
        assertThat(Rule.WORDS.broken(text, Bounds.atMost(2).from(13))).contains("too-many-words");
    }

    @Test
    void everyReasonIsAKebabWordOfOneRule() {
        assertThat(Arrays.stream(Rule.values()).flatMap(rule -> Stream.of(rule.tooLow(), rule.tooHigh())))
                .doesNotHaveDuplicates()
                .allMatch(reason -> reason.matches("[a-z]+(-[a-z0-9]+)*"));
    }
}
