package dev.reflux.activities.teacher.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import dev.reflux.activities.confidence.JudgedOpinion;
import dev.reflux.activities.shard.Sample;
import dev.reflux.activities.shard.Sample.Candidate;
import dev.reflux.activities.shard.Samples;
import dev.reflux.activities.teacher.TeacherCall;
import dev.reflux.activities.teacher.TeacherReply;
import dev.reflux.config.EmbeddedModel;
import dev.reflux.config.InvalidCampaignException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class EmbeddedTeacherTest {

    private static final List<Sample> SEEDS = List.of(
            Samples.labelled("1", "where is my card", "card_arrival", 1),
            Samples.labelled("2", "my card has not come", "card_arrival", 1),
            Samples.labelled("3", "give me my money back", "refund", 1),
            Samples.labelled("4", "I want to be reimbursed", "refund", 1));

    @ParameterizedTest
    @EnumSource
    void understandsWordsThatNoSeedHas(EmbeddedModel model) {
        EmbeddedTeacher teacher = EmbeddedTeacher.trainedOn(SEEDS, model);
        assertThat(best(teacher, "the debit card never showed up")).isEqualTo("card_arrival");
        assertThat(best(teacher, "please return what I paid")).isEqualTo("refund");
    }

    @Test
    void answersInTheFormItParses() {
        TeacherReply reply = teacher(SEEDS).ask(call("where is my card"));
        LabelOpinion opinion = LabelOpinion.parse(reply.text());
        assertThat(opinion.print()).isEqualTo(reply.text()).startsWith("{\"candidates\":[{\"label\":\"card_arrival\",");
        assertThat(opinion.candidates().stream()
                        .mapToDouble(Candidate::confidence)
                        .sum())
                .isCloseTo(1, within(1e-5));
        assertThatThrownBy(() -> LabelOpinion.parse("refund")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void isIdentifiedByItsSeedsButNotByTheirOrder() {
        List<Sample> reversed = new ArrayList<>(SEEDS);
        Collections.reverse(reversed);
        List<Sample> other = new ArrayList<>(SEEDS);
        other.set(0, Samples.labelled("1", "where is my cat", "card_arrival", 1));
        String identity = teacher(SEEDS).identity();
        assertThat(teacher(reversed).identity()).isEqualTo(identity);
        assertThat(teacher(other).identity()).isNotEqualTo(identity);
    }

    @Test
    void isIdentifiedByItsModel() {
        assertThat(Arrays.stream(EmbeddedModel.values()).map(model -> EmbeddedTeacher.trainedOn(SEEDS, model)))
                .extracting(
                        EmbeddedTeacher::model, teacher -> teacher.identity().split("/")[1])
                .containsExactly(
                        tuple("all-minilm-l6-v2-q", "all-minilm-l6-v2-q"),
                        tuple("bge-small-en-v1.5-q", "bge-small-en-v1.5-q"));
    }

    @Test
    void judgesEverySeedByAHeadThatDoesNotKnowIt() {
        List<JudgedOpinion> opinions = teacher(SEEDS).outOfFold();
        assertThat(opinions).extracting(JudgedOpinion::id).containsExactlyInAnyOrder("1", "2", "3", "4");
        TeacherReply known = teacher(SEEDS).ask(call("I want to be reimbursed"));
        assertThat(opinions).filteredOn(opinion -> opinion.id().equals("4")).allSatisfy(opinion -> assertThat(
                        opinion.candidates())
                .isNotEqualTo(LabelOpinion.parse(known.text()).candidates()));
    }

    @Test
    void needsTwoLabels() {
        assertThatThrownBy(() -> teacher(SEEDS.subList(0, 2)))
                .isInstanceOf(InvalidCampaignException.class)
                .hasMessageContaining("card_arrival");
    }

    private static EmbeddedTeacher teacher(List<Sample> seeds) {
        return EmbeddedTeacher.trainedOn(seeds, EmbeddedModel.ALL_MINILM_L6_V2);
    }

    private static String best(EmbeddedTeacher teacher, String text) {
        TeacherReply reply = teacher.ask(call(text));
        return LabelOpinion.parse(reply.text()).candidates().get(0).label();
    }

    private static TeacherCall call(String text) {
        return new TeacherCall(null, text, null, 0, 256, false, 0);
    }
}
