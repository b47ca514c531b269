package dev.reflux.activities.stage.pseudolabel;

import static org.assertj.core.api.Assertions.assertThat;

import dev.reflux.activities.stage.Replies;
import dev.reflux.activities.teacher.TeacherReply.Finish;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LabelReaderTest {

    private static final LabelReader READER = new LabelReader(new LabelSet(
            List.of("card-lost", "card-stolen", "refund", "refund-status", "out_of_scope", "Top Up", "4")));

    @ParameterizedTest
    @CsvSource(delimiter = '→', quoteCharacter = '¦', textBlock = """
            {"label": "card-lost"}                                        → card-lost
            {"label":"refund"}                                            → refund
            { "label" : "refund-status" , }                               → refund-status
            {"Label": "card-lost"}                                        → card-lost
            {'label': 'card-lost'}                                        → card-lost
            {label: "card-lost"}                                          → card-lost
            {label: card-lost}                                            → card-lost
            {"label": card-lost}                                          → card-lost
            {"label": ["card-lost"]}                                      → card-lost
            {"label": 4}                                                  → 4
            {"label": "card-lost", "confidence": 0.9}                     → card-lost
            {"label": "card-lost"                                         → card-lost
            {"category": "card-lost"}                                     → card-lost
            {"answer": {"label": "card-lost"}}                            → card-lost
            {"label": "card-lost"} // the card is gone                    → card-lost
            ```json⏎{"label": "card-lost"}⏎```                            → card-lost
            ```⏎card-lost⏎```                                             → card-lost
            Sure! Here you are:⏎{"label": "card-lost"}⏎Anything else?     → card-lost
            First {refund}? No: {"label": "card-lost"}                    → card-lost
            {"label": "refund"}⏎Wait, better:⏎{"label": "card-lost"}      → card-lost
            <think>{"label": "refund"}?</think>{"label": "card-lost"}     → card-lost
            card-lost                                                     → card-lost
            "card-lost"                                                   → card-lost
            **card-lost**                                                 → card-lost
            card-lost.                                                    → card-lost
            - card-lost                                                   → card-lost
            Label: card-lost                                              → card-lost
            The label is "refund-status".                                 → refund-status
            label = card-lost                                             → card-lost
            **Label:** card-lost                                          → card-lost
            {"label": "Card Lost"}                                        → card-lost
            {"label": "CARD_LOST"}                                        → card-lost
            {"label": "card–lost"}                                        → card-lost
            {"label": " card-lost! "}                                     → card-lost
            {"label": "'card-lost'"}                                      → card-lost
            {"label": "out-of-scope"}                                     → out_of_scope
            {"label": "top-up"}                                           → Top Up
            {"label": "refunds"}                                          → refund
            {"label": "cards-lost"}                                       → card-lost
            {"label": "card-lots"}                                        → !label-outside-set
            {"label": "card-losst"}                                       → card-lost
            {"label": "refund-statuss"}                                   → refund-status
            {"label": "refnd"}                                            → refund
            {"label": "card"}                                             → !label-outside-set
            {"label": "chargeback"}                                       → !label-outside-set
            {"label": "5"}                                                → !label-outside-set
            {"label": ""}                                                 → !empty-answer
            chargeback                                                    → !label-outside-set
            I cannot help with that.                                      → !unparsable-answer
            It could be card-lost, or card-stolen as well.                → !unparsable-answer
            {"a": 1, "b": 2}                                              → !unparsable-answer
            ```json⏎```                                                   → !empty-answer
            <think>It must be card-lost.</think>                          → !empty-answer
            """)
    void readsWhatServersReturn(String answer, String expected) {
        LabelAnswer read = READER.read(answer.replace('⏎', '\n'));

        if (expected.startsWith("!")) {
            assertThat(read.reason()).isEqualTo(expected.substring(1));
            assertThat(read.label()).isNull();
        } else {
            assertThat(read.label()).isEqualTo(expected);
            assertThat(read.reason()).isNull();
        }
    }

    @Test
    void anEmptyOrMissingTextIsAnEmptyAnswer() {
        assertThat(READER.read("").reason()).isEqualTo("empty-answer");
        assertThat(READER.read(" \n").reason()).isEqualTo("empty-answer");
        assertThat(READER.read((String) null).reason()).isEqualTo("empty-answer");
    }

    @Test
    void anAnswerThatWasCutIsNotTrustedEvenIfALabelCanBeRead() {
        assertThat(READER.read(Replies.ended("{\"label\": \"refund\"", Finish.LENGTH))
                        .reason())
                .isEqualTo("cut-by-length");
        assertThat(READER.read(Replies.ended("", Finish.CONTENT_FILTER)).reason())
                .isEqualTo("content-filtered");
        assertThat(READER.read(Replies.ended("{\"label\": \"refund\"}", null)).label())
                .isEqualTo("refund");
    }

    @Test
    void aRefusalKeepsItsOwnReason() {
        assertThat(READER.read(Replies.refused("bad-request")).reason()).isEqualTo("bad-request");
    }

    @ParameterizedTest
    @CsvSource({
        "0.85, 0.85",
        "1, 1.0",
        "0, 0.0",
        ".5, 0.5",
        "85, 0.85",
        "85%, 0.85",
        "1%, 0.01",
        "100, 1.0",
        "'0,9', 0.9",
    })
    void takesAConfidenceAsShareOrPercentage(String stated, double expected) {
        assertThat(READER.read("{\"label\": \"refund\", \"confidence\": \"" + stated + "\"}")
                        .confidence())
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"high", "-0.2", "101", "110%", "NaN"})
    void doesNotTakeAnythingElseForAConfidence(String stated) {
        LabelAnswer read = READER.read("{\"label\": \"refund\", \"confidence\": \"" + stated + "\"}");

        assertThat(read.label()).isEqualTo("refund");
        assertThat(read.confidence()).isNull();
    }

    @Test
    void readsATinyConfidenceInScientificNotation() {
        assertThat(READER.read("{\"label\": \"refund\", \"confidence\": 1e-5}").confidence())
                .isEqualTo(1e-5);
    }
}
