package dev.reflux.activities.teacher.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.reflux.activities.confidence.JudgedOpinion;
import dev.reflux.activities.shard.Samples;
import dev.reflux.activities.shard.Sample;
import dev.reflux.activities.shard.Sample.Candidate;
import dev.reflux.activities.teacher.TeacherCall;
import dev.reflux.activities.teacher.TeacherReply;
import dev.reflux.config.InvalidCampaignException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

class EmbeddedTeacherTest {

    private static final List<Sample> SEEDS = List.of(
            Samples.labelled("1", "where is my card", "card_arrival", 1),
            Samples.labelled("2", "my card has not come", "card_arrival", 1),
            Samples.labelled("3", "give me my money back", "refund", 1),
            Samples.labelled("4", "I want to be reimbursed", "refund", 1));

    @Test
    void understandsWordsThatNoSeedHas() {
        assertThat(best("the debit card never showed up")).isEqualTo("card_arrival");
        assertThat(best("please return what I paid")).isEqualTo("refund");
    }

    @Test
    void answersInTheFormItParses() {
        TeacherReply reply = EmbeddedTeacher.trainedOn(SEEDS).ask(call("where is my card"));
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
        String identity = EmbeddedTeacher.trainedOn(SEEDS).identity();
        assertThat(EmbeddedTeacher.trainedOn(reversed).identity()).isEqualTo(identity);
        assertThat(EmbeddedTeacher.trainedOn(other).identity()).isNotEqualTo(identity);
    }

    @Test
    void judgesEverySeedByAHeadThatDoesNotKnowIt() {
        List<JudgedOpinion> opinions = EmbeddedTeacher.trainedOn(SEEDS).outOfFold();
        assertThat(opinions).extracting(JudgedOpinion::id).containsExactlyInAnyOrder("1", "2", "3", "4");
        TeacherReply known = EmbeddedTeacher.trainedOn(SEEDS).ask(call("I want to be reimbursed"));
        assertThat(opinions).filteredOn(opinion -> opinion.id().equals("4")).allSatisfy(opinion -> assertThat(
                        opinion.candidates())
                .isNotEqualTo(LabelOpinion.parse(known.text()).candidates()));
    }

    @Test
    void needsTwoLabels() {
        assertThatThrownBy(() -> EmbeddedTeacher.trainedOn(SEEDS.subList(0, 2)))
                .isInstanceOf(InvalidCampaignException.class)
                .hasMessageContaining("card_arrival");
    }

    @Test
    void encodesATextAlikeInOneThreadAndInFour() throws Exception {
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            texts.add("my card " + "has not come ".repeat(i % 13) + i);
        }
        texts.add("");
        texts.add("long ".repeat(3000));
        assertThat(encoded(texts, 4)).usingRecursiveComparison().isEqualTo(encoded(texts, 1));
    }

    private static List<float[]> encoded(List<String> texts, int threads) throws Exception {
        ExecutorService executor = Executors.newFixedThreadPool(threads);
        try {
            List<Callable<float[]>> calls = new ArrayList<>();
            texts.forEach(text -> calls.add(() -> SentenceEncoder.shared().encode(text)));
            List<float[]> vectors = new ArrayList<>();
            for (Future<float[]> vector : executor.invokeAll(calls)) {
                vectors.add(vector.get());
            }
            return vectors;
        } finally {
            executor.shutdown();
        }
    }

    private static String best(String text) {
        TeacherReply reply = EmbeddedTeacher.trainedOn(SEEDS).ask(call(text));
        return LabelOpinion.parse(reply.text()).candidates().get(0).label();
    }

    private static TeacherCall call(String text) {
        return new TeacherCall(null, text, null, 0, 256, false, 0);
    }
}
