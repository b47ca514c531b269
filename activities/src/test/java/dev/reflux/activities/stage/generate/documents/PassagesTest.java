package dev.reflux.activities.stage.generate.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PassagesTest {

    @Test
    void keepsParagraphsTogetherWhereTheyFit() {
        assertThat(new Passages(20, 0).of("One one.\n\nTwo two.\n\nThree three three."))
                .containsExactly("One one.\n\nTwo two.", "Three three three.");
    }

    @Test
    void cutsALongParagraphBetweenSentences() {
        assertThat(new Passages(22, 0).of("The cat sat. The dog ran. It rained."))
                .containsExactly("The cat sat.", "The dog ran. It rained.".substring(0, 12), "It rained.");
    }

    @Test
    void cutsWithinASentenceOnlyWhereItIsLongerThanAPassage() {
        assertThat(new Passages(10, 0).of("aaaa bbbb cccc dddd")).containsExactly("aaaa bbbb", "cccc dddd");
        assertThat(new Passages(4, 0).of("aaaabbbbc")).containsExactly("aaaa", "bbbb", "c");
    }

    @Test
    void repeatsWholeSentencesOfThePassageBefore() {
        List<String> passages = new Passages(40, 15).of("The cat sat. The dog ran. It rained all day. Nobody minded.");

        assertThat(passages)
                .containsExactly("The cat sat. The dog ran.", "The dog ran. It rained all day.", "Nobody minded.");
    }

    @Test
    void losesNothingAndKeepsToItsSize() {
        String document = IntStream.range(0, 400)
                .mapToObj(i -> "Sentence " + i + " is here." + (i % 7 == 0 ? "\n\n" : " "))
                .collect(Collectors.joining());

        for (int overlap : new int[] {0, 40, 150}) {
            List<String> passages = new Passages(300, overlap).of(document);
            String all = String.join("\n", passages);
            assertThat(passages).allSatisfy(passage -> assertThat(passage).hasSizeLessThanOrEqualTo(300));
            assertThat(IntStream.range(0, 400))
                    .allSatisfy(i -> assertThat(all).contains("Sentence " + i + " is here."));
        }
    }

    @Test
    void makesNoneOfABlankDocument() {
        assertThat(new Passages(100, 10).of(" \n\n ")).isEmpty();
    }

    @Test
    void findsQuotationsInSpiteOfSpacesAndMarks() {
        String passage = "He said \u201cit rains\u201d,\n  and that\u2019s all.";

        assertThat(Quotation.isFrom(passage, "said \"it rains\", and that's")).isTrue();
        assertThat(Quotation.isFrom(passage, "it rained")).isFalse();
        assertThat(Quotation.isFrom(passage, " , ")).isFalse();
    }
}
