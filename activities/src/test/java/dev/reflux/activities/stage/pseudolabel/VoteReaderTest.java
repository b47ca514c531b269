package dev.reflux.activities.stage.pseudolabel;

import static org.assertj.core.api.Assertions.assertThat;

import dev.reflux.activities.shard.Sample.Candidate;
import dev.reflux.activities.stage.Replies;
import dev.reflux.activities.teacher.TeacherDesk.Answer;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class VoteReaderTest {

    private static final LabelSet LABELS = new LabelSet(List.of("refund", "card-lost", "card-stolen"));
    private static final VoteReader READER = new VoteReader(new LabelReader(LABELS), LABELS);

    @Test
    void theCommonestLabelWinsWithItsShareOfAllDraws() {
        Opinion opinion = read("card-lost", "refund", "card-lost", "card-stolen", "card-lost");

        assertThat(opinion.candidates().get(0).label()).isEqualTo("card-lost");
        assertThat(opinion.candidates().get(0).confidence()).isEqualTo(0.6);
        assertThat(opinion.candidates())
                .containsExactly(
                        new Candidate("card-lost", 0.6),
                        new Candidate("refund", 0.2),
                        new Candidate("card-stolen", 0.2));
    }

    @Test
    void aDrawWithoutALabelCountsAgainstTheWinner() {
        Opinion opinion = read("refund", "refund", "no idea what it is", "chargeback", "");

        assertThat(opinion.candidates().get(0).label()).isEqualTo("refund");
        assertThat(opinion.candidates().get(0).confidence()).isEqualTo(0.4);
    }

    @Test
    void aTieGoesToTheLabelListedFirstWhateverTheOrderOfDraws() {
        assertThat(read("card-lost", "card-lost", "refund", "refund", "")
                        .candidates()
                        .get(0)
                        .label())
                .isEqualTo("refund");
        assertThat(read("refund", "card-lost", "", "card-lost", "refund")
                        .candidates()
                        .get(0)
                        .label())
                .isEqualTo("refund");
        assertThat(read("card-stolen", "card-lost", "card-lost", "card-stolen", "")
                        .candidates()
                        .get(0)
                        .label())
                .isEqualTo("card-lost");
    }

    @Test
    void withoutAnyLabelTheCommonestReasonStands() {
        assertThat(read("", "chargeback", "chargeback", "", "chargeback").reason())
                .isEqualTo("label-outside-set");
        assertThat(read("", "", "chargeback", "chargeback", "no idea what it is")
                        .reason())
                .isEqualTo("empty-answer");
    }

    private static Opinion read(String... answers) {
        List<Answer> draws = Stream.of(answers).map(Replies::text).toList();
        return READER.read(draws);
    }
}
