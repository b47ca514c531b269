package dev.reflux.activities.dataset.merge.rank;

import static dev.reflux.activities.dataset.merge.rank.Ranked.sample;
import static dev.reflux.activities.dataset.merge.rank.Ranked.scored;
import static org.assertj.core.api.Assertions.assertThat;

import dev.reflux.activities.dataset.merge.rank.DiverseSettings.Of;
import dev.reflux.activities.dataset.merge.rank.RankSettings.Per;
import dev.reflux.activities.shard.Answer;
import dev.reflux.activities.shard.Message;
import dev.reflux.activities.shard.Sample;
import dev.reflux.activities.shard.Sample.Provenance;
import dev.reflux.activities.shard.Task;
import dev.reflux.activities.shard.Verdict;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RankStepTest {

    private static final List<String> QUALITY = List.of("judge/quality");
    private static final List<String> DEITA = List.of("judge/quality", "judge/complexity");

    private static final String OTHERS = "Explain how vaccines train the immune system.";

    @TempDir
    private Path folder;

    private int passes;

    @Test
    void multipliesQualityByComplexity() {
        Ranked found = rank(keep(DEITA, 2), judged("a", 6, 1), judged("b", 3, 3), judged("c", 2, 4));

        assertThat(found.survivors()).containsExactly("b", "c");
        assertThat(found.reasons()).isEqualTo(Map.of("a", "below-rank"));
        assertThat(found.operations()).isEqualTo(Map.of("a", "rank/place-3"));
        assertThat(found.ranking())
                .usingRecursiveComparison()
                .ignoringFields("scores")
                .isEqualTo(new Ranking(DEITA, 3, 3, 2, 9.0, 8.0, List.of(), Map.of()));
    }

    @Test
    void findsComplexityThatWasJudgedBeforeThereWasAnAnswer() {
        Sample instruction = sample("a", "x").under(Task.NONE.judged(List.of(verdict("judge/complexity", 5))));

        assertThat(rank(keep(List.of("judge/complexity"), 1), instruction).survivors())
                .containsExactly("a");
    }

    @Test
    void anAnswerThatItsInstructionDoesNotHelpIsNotTheMostDifficult() {
        Ranked found =
                rank(keep(List.of("judge/difficulty"), 2), difficult("a", 0.4), difficult("b", 0.9), helpless("c"));

        assertThat(found.survivors()).containsExactly("a", "b");
        assertThat(found.reasons()).isEqualTo(Map.of("c", "instruction-no-help"));
        assertThat(found.operations()).isEqualTo(Map.of("c", "rank/no-help"));
        assertThat(found.ranking().highest()).isEqualTo(0.9);
        assertThat(rank(keep(QUALITY, 2), helpless("c")).reasons())
                .as("where nobody ranks by difficulty")
                .isEqualTo(Map.of("c", "no-score"));
    }

    private static Sample difficult(String id, double score) {
        return sample(id, "x").answered(List.of(Ranked.ANSWER.judged(Verdict.passed("judge/difficulty", score, null))));
    }

    private static Sample helpless(String id) {
        Verdict verdict = new Verdict("judge/difficulty", Verdict.Outcome.FAILED, 1.7, "instruction-no-help", null);
        return sample(id, "x").answered(List.of(Ranked.ANSWER.judged(verdict)));
    }

    @Test
    void takesAMissingScoreForNoneAndZeroForAScore() {
        Answer undecided =
                Ranked.ANSWER.judged(new Verdict("judge/quality", Verdict.Outcome.UNDECIDED, 6.0, "unparsable", null));
        Ranked found = rank(
                keep(QUALITY, 9),
                scored("a", 0),
                sample("b", "x"),
                sample("c", "x").answered(List.of(undecided)),
                sample("d", "x").answered(List.of(Ranked.ANSWER.judged(Verdict.passed("judge/quality", null, null)))));

        assertThat(found.survivors()).containsExactly("a");
        assertThat(found.reasons()).isEqualTo(Map.of("b", "no-score", "c", "no-score", "d", "no-score"));
    }

    @Test
    void theLowerIdStaysWhereScoresAreEqual() {
        assertThat(rank(keep(QUALITY, 1), scored("b", 4), scored("a", 4)).survivors())
                .containsExactly("a");
    }

    @Test
    void ranksByConfidenceAndByLength() {
        Sample sure = sample("a", "x").concluded("A", 0.9);
        Sample unsure = sample("b", "x").concluded("B", 0.2);
        assertThat(rank(keep(List.of("confidence"), 1), unsure, sure).survivors())
                .containsExactly("a");

        Sample brief = sample("a", "A long question, briefly answered.").answered(List.of(Ranked.ANSWER));
        Sample longer = sample("b", "\ud83d\ude00".repeat(11));
        Ranked found = rank(keep(List.of("length"), 1), brief, longer);
        assertThat(found.survivors()).containsExactly("b");
        assertThat(found.ranking().highest()).isEqualTo(11);
    }

    @Test
    void keepsSoManyOfEachGroup() {
        List<Sample> samples = List.of(
                scored("a", 5).concluded("red", null),
                scored("b", 4).concluded("red", null),
                scored("c", 3).concluded("blue", null),
                scored("d", 2),
                scored("e", 1));

        assertThat(rank(most(Per.LABEL, 1, null), samples).reasons())
                .isEqualTo(Map.of("b", "group-full", "e", "group-full"));
        assertThat(rank(most(Per.LABEL, 1, 2), samples).reasons())
                .isEqualTo(Map.of("b", "group-full", "d", "below-rank", "e", "below-rank"));
    }

    @Test
    void tellsHowScoresAreSpreadAndWhatStaysOfEachGroup() {
        List<Sample> samples = List.of(
                scored("a", 10).concluded("red", null),
                scored("b", 9.9).concluded("red", null),
                scored("c", 5).concluded("blue", null),
                scored("d", 0),
                sample("e", "x"));
        Ranking found = rank(most(Per.LABEL, 1, null), samples).ranking();

        assertThat(found.scores()).hasSize(20);
        assertThat(found.scores().get(0)).isEqualTo(new Ranking.Bin(0, 0.5, 1, 1));
        assertThat(found.scores().get(10)).isEqualTo(new Ranking.Bin(5, 5.5, 1, 1));
        assertThat(found.scores().get(19)).isEqualTo(new Ranking.Bin(9.5, 10, 2, 1));
        assertThat(found.scores().stream().mapToLong(Ranking.Bin::samples).sum())
                .isEqualTo(4);
        assertThat(found.groups())
                .isEqualTo(Map.of(
                        "red", new Ranking.Group(2, 1), "blue", new Ranking.Group(1, 1), "", new Ranking.Group(2, 1)));
        assertThat(rank(keep(QUALITY, 1), scored("a", 3), scored("b", 3))
                        .ranking()
                        .scores())
                .as("all of one score")
                .containsExactly(new Ranking.Bin(3, 3, 2, 1));
    }

    @Test
    void groupsBySourceAndByLanguage() {
        Provenance other = new Provenance("b.jsonl:7", null, null, 0, null);
        assertThat(rank(
                                most(Per.SOURCE, 1, null),
                                scored("a", 1),
                                scored("b", 2),
                                scored("c", 0).from(other))
                        .survivors())
                .containsExactly("b", "c");

        assertThat(rank(
                                most(Per.LANGUAGE, 1, null),
                                said("a", 3, "Where does the river flow when the winter is over?"),
                                said("b", 2, "Wohin flie\u00dft der Fluss, wenn der lange Winter vorbei ist?"),
                                said("c", 1, "Which of these animals can not be found in Europe?"))
                        .survivors())
                .containsExactly("a", "b");
    }

    @Test
    void dropsWhatMeansTheSameAsABetterOneAndFillsItsPlace() {
        Ranked found = rank(
                diverse(QUALITY, 2, 0.9),
                said("a", 5, "How do I boil an egg?"),
                said("b", 4, "How do I boil an egg??"),
                said("c", 3, OTHERS),
                said("d", 2, "Name the planets of the solar system."));

        assertThat(found.survivors()).containsExactly("a", "c");
        assertThat(found.reasons()).isEqualTo(Map.of("b", "too-similar", "d", "below-rank"));
        assertThat(found.operations()).containsEntry("b", "rank/near-a");
    }

    @Test
    void comparesWithWhatStaysOnlyAndNeverWithWhatWent() {
        String[] chain = {"How do I boil an egg?", "How do I boil eggs?", "How do I boil eggs and potatoes?"};
        float[][] vectors = Ranked.vectors(chain);
        double first = Ranked.cosine(vectors[0], vectors[1]);
        double second = Ranked.cosine(vectors[1], vectors[2]);
        double ends = Ranked.cosine(vectors[0], vectors[2]);
        double between = (Math.min(first, second) + ends) / 2;
        assertThat(ends).isLessThan(between);

        Ranked found = rank(
                diverse(QUALITY, null, between),
                said("a", 3, chain[0]),
                said("b", 2, chain[1]),
                said("c", 1, chain[2]));

        assertThat(found.reasons()).isEqualTo(Map.of("b", "too-similar"));
    }

    @Test
    void comparesAnswersOrTheWholeConversationWhereAskedTo() {
        Answer answer = Answer.of(OTHERS, null, null, null).judged(verdict("judge/quality", 3));
        Sample one = sample("a", "How do I boil an egg?").answered(List.of(answer));
        Sample other = sample("b", "Name the planets.").answered(List.of(answer));
        Sample goesOn = said("c", 1, "Go on.").under(Task.NONE.withHistory(List.of(Message.user("Tell me a story."))));
        Sample goesOnElsewhere = said("d", 1, "Go on.").under(Task.NONE.withHistory(List.of(Message.user(OTHERS))));

        assertThat(rank(of(Of.ANSWER), one, other).survivors()).containsExactly("a");
        assertThat(rank(of(Of.TEXT), one, other).survivors()).hasSize(2);
        assertThat(rank(of(Of.TEXT), goesOn, goesOnElsewhere).survivors()).hasSize(2);
    }

    @Test
    void survivorsStayInAnyOrderAndThroughFurtherPasses() {
        for (RankSettings settings : List.of(
                keep(QUALITY, 300),
                new RankSettings(QUALITY, null, 0.3, null, null, null),
                most(Per.LABEL, 20, 130),
                diverse(QUALITY, 200, 0.8),
                new RankSettings(QUALITY, null, 0.5, Per.LABEL, 30, new DiverseSettings(0.8, Of.TEXT)))) {
            List<Sample> samples = questions(1000);
            Ranked found = rank(settings, samples);

            assertThat(found.survivors()).hasSizeBetween(20, 300);
            assertThat(rank(settings, found.kept()).survivors()).isEqualTo(found.survivors());
            Collections.shuffle(samples, new Random(5));
            assertThat(rank(settings, samples).reasons()).isEqualTo(found.reasons());
        }
    }

    @Test
    void aShareOfWhatIsNewComesOnTopOfWhatStayedBefore() {
        RankSettings half = new RankSettings(QUALITY, null, 0.5, null, null, null);
        Ranked first = rank(
                half, IntStream.range(0, 10).mapToObj(i -> scored("a" + i, i)).toList());
        List<Sample> both = new ArrayList<>(first.kept());
        IntStream.range(0, 4).forEach(i -> both.add(scored("b" + i, 4 + i * 2)));

        Ranked second = rank(half, both);

        assertThat(first.survivors()).containsExactly("a5", "a6", "a7", "a8", "a9");
        assertThat(second.survivors()).containsExactly("a6", "a7", "a8", "a9", "b1", "b2", "b3");
        assertThat(rank(half, second.kept()).survivors()).isEqualTo(second.survivors());
        assertThat(second.kept())
                .allSatisfy(
                        sample -> assertThat(sample.provenance().operations()).hasSize(1));
    }

    @Test
    void asksNothingOfAnEmptyDataset() {
        Ranked found = rank(diverse(QUALITY, 3, 0.9));

        assertThat(found.ranking()).isEqualTo(new Ranking(QUALITY, 0, 0, 0, null, null, List.of(), Map.of()));
    }

    /** A thousand questions of a hundred kinds that differ in a number. */
    private static List<Sample> questions(int count) {
        List<Sample> samples = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            String text = "Question about subject " + i / 10 + " and its part " + i % 10;
            samples.add(said("id-" + i, (i * 37) % 50, text).concluded("label-" + i % 7, null));
        }
        return samples;
    }

    private static Sample said(String id, double score, String text) {
        return sample(id, text).answered(scored(id, score).answers());
    }

    private static Sample judged(String id, double quality, double complexity) {
        Answer answer =
                Ranked.ANSWER.judged(verdict("judge/complexity", complexity)).judged(verdict("judge/quality", quality));
        return sample(id, "x").answered(List.of(answer));
    }

    private static Verdict verdict(String by, double score) {
        return Verdict.passed(by, score, null);
    }

    private static RankSettings keep(List<String> by, int keep) {
        return new RankSettings(by, keep, null, null, null, null);
    }

    private static RankSettings most(Per per, int most, Integer keep) {
        return new RankSettings(QUALITY, keep, null, per, most, null);
    }

    private static RankSettings diverse(List<String> by, Integer keep, double threshold) {
        return new RankSettings(by, keep, null, null, null, new DiverseSettings(threshold, Of.TEXT));
    }

    private static RankSettings of(Of of) {
        return new RankSettings(QUALITY, null, null, null, null, new DiverseSettings(0.9, of));
    }

    private Ranked rank(RankSettings settings, Sample... samples) {
        return rank(settings, List.of(samples));
    }

    private Ranked rank(RankSettings settings, List<Sample> samples) {
        return Ranked.of(samples, settings, folder.resolve("pass-" + passes++));
    }
}
