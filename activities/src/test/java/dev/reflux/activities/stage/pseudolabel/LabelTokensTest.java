package dev.reflux.activities.stage.pseudolabel;

import static dev.reflux.activities.stage.Replies.rival;
import static dev.reflux.activities.stage.Replies.token;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.reflux.activities.shard.Sample.Candidate;
import dev.reflux.activities.teacher.TeacherReply.Token;
import java.util.List;
import org.junit.jupiter.api.Test;

class LabelTokensTest {

    private static final LabelSet LABELS =
            new LabelSet(List.of("card-lost", "card-stolen", "label", "refund", "refund-status"));

    @Test
    void multipliesTheProbabilitiesOfTheTokensThatSpellTheLabel() {
        List<Token> answer = List.of(
                token("{\"", 0.1),
                token("label", 0.2),
                token("\": \"", 0.3),
                token("card", 0.9),
                token("-", 0.8),
                token("lost", 0.5),
                token("\"}", 0.4));

        assertThat(probability(answer, "card-lost", false)).isCloseTo(0.9 * 0.8 * 0.5, within(1e-12));
    }

    @Test
    void countsATokenThatStraddlesAQuoteWhole() {
        List<Token> answer =
                List.of(token("{\"label\":", 0.1), token(" \"card", 0.9), token("-lo", 0.8), token("st\"}", 0.5));

        assertThat(probability(answer, "card-lost", false)).isCloseTo(0.9 * 0.8 * 0.5, within(1e-12));
    }

    @Test
    void countsTheTokenAfterALabelThatAnotherOneContinues() {
        List<Token> answer = List.of(token("{\"label\": \"", 0.1), token("refund", 0.9), token("\"}", 0.6));

        assertThat(probability(answer, "refund", false)).isCloseTo(0.9, within(1e-12));
        assertThat(probability(answer, "refund", true)).isCloseTo(0.9 * 0.6, within(1e-12));
        List<Token> straddling = List.of(token("{\"label\": \"", 0.1), token("refund\"", 0.9), token("}", 0.6));
        assertThat(probability(straddling, "refund", true)).isCloseTo(0.9, within(1e-12));
    }

    @Test
    void isNotMisledByTheKeyOrByEarlierMentions() {
        List<Token> answer = List.of(
                token("not refund! ", 0.01), token("{\"label\": \"", 0.1), token("label", 0.7), token("\"}", 0.2));

        assertThat(probability(answer, "label", false)).isCloseTo(0.7, within(1e-12));
    }

    @Test
    void findsABareLabel() {
        assertThat(probability(List.of(token("card", 0.5), token("-lost", 0.5), token("\n", 0.1)), "card-lost", false))
                .isCloseTo(0.25, within(1e-12));
    }

    @Test
    void hasNothingToSayWithoutTokensThatHoldTheLabel() {
        assertThat(LabelTokens.find(List.of(), "refund", false)).isEmpty();
        assertThat(LabelTokens.find(List.of(token("ref", 1)), "refund", false)).isEmpty();
    }

    @Test
    void readsRivalLabelsOffTheTokensWhereTheyPart() {
        List<Token> answer = List.of(
                token("{\"label\":", 1),
                token(" \"card", 0.7, rival(" \"card", 0.7), rival(" \"refund", 0.2), rival(" \"lab", 0.06)),
                token("-lost", 0.8, rival("-lost", 0.8), rival("-st", 0.15), rival("-x", 0.05)),
                token("\"}", 1));

        LabelTokens tokens = LabelTokens.find(answer, "card-lost", false).orElseThrow();

        // "refund" could be either of two labels, "card-x" is none.
        assertThat(tokens.candidates("card-lost", LABELS).stream().map(Candidate::label))
                .containsExactly("card-lost", "card-stolen", "label");
        assertThat(tokens.candidates("card-lost", LABELS).stream().map(Candidate::confidence))
                .satisfies(shares -> {
                    assertThat(shares.get(0)).isCloseTo(0.56, within(1e-12));
                    assertThat(shares.get(1)).isCloseTo(0.7 * 0.15, within(1e-12));
                    assertThat(shares.get(2)).isCloseTo(0.06, within(1e-12));
                });
    }

    @Test
    void aRivalIsNeverLikelierThanTheLabel() {
        List<Token> answer = List.of(
                token("\"label\": \"", 1), token("card", 0.5, rival("lab", 0.45)), token("-lost", 0.5), token("\"", 1));

        List<Candidate> candidates =
                LabelTokens.find(answer, "card-lost", false).orElseThrow().candidates("card-lost", LABELS);

        assertThat(candidates.get(1).label()).isEqualTo("label");
        assertThat(candidates.get(1).confidence()).isEqualTo(candidates.get(0).confidence());
    }

    private static double probability(List<Token> answer, String said, boolean withNext) {
        return LabelTokens.find(answer, said, withNext).orElseThrow().probability();
    }
}
