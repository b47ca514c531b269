package dev.reflux.activities.dataset.merge.deduplicate;

import static dev.reflux.activities.dataset.merge.deduplicate.Deduplicated.EXACT;
import static dev.reflux.activities.dataset.merge.deduplicate.Deduplicated.near;
import static dev.reflux.activities.dataset.merge.deduplicate.Deduplicated.sample;
import static org.assertj.core.api.Assertions.assertThat;

import dev.reflux.activities.dataset.merge.deduplicate.DeduplicateSettings.Over;
import dev.reflux.activities.dataset.merge.deduplicate.Duplicates.Cluster;
import dev.reflux.activities.dataset.merge.deduplicate.MinHashSettings.Unit;
import dev.reflux.activities.shard.Answer;
import dev.reflux.activities.shard.Answer.Mark;
import dev.reflux.activities.shard.Sample;
import dev.reflux.activities.shard.Task;
import dev.reflux.activities.shard.Verdict;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DeduplicateStepTest {

    private static final DeduplicateSettings NEAR = near(0.7, Unit.WORDS, 3);

    private static final Answer ANSWER = Answer.of("An answer.", null, null, null);

    @TempDir
    private Path folder;

    private int passes;

    @Test
    void takesTextsForEqualThatDifferInCaseAndWhiteSpace() {
        Deduplicated found =
                pass(EXACT, sample("a", "Two  words"), sample("b", " two words\n"), sample("c", "two word"));

        assertThat(found.survivors()).containsExactly("a", "c");
        assertThat(found.reasons()).isEqualTo(Map.of("b", "duplicate"));
    }

    @Test
    void keepsTheBestByScoreThenByConfidenceThenByIdAndNeverTheFirst() {
        assertThat(pass(EXACT, scored("a", 3, 0.9), scored("b", 4, 0.1), scored("c", 4, 0.1))
                        .survivors())
                .containsExactly("b");
        assertThat(pass(EXACT, scored("c", 4, 0.1), scored("b", 4, 0.3)).survivors())
                .containsExactly("b");
        assertThat(pass(EXACT, sample("b", "x"), sample("a", "x")).survivors()).containsExactly("a");
    }

    @Test
    void anUnjudgedSampleIsNoBetterThanAJudgedOne() {
        Sample undecided =
                sample("a", "x").answered(List.of(ANSWER.judged(Verdict.undecided("judge/x", "unparsable", null))));

        assertThat(pass(EXACT, undecided, scored("b", 1, 0)).survivors()).containsExactly("b");
    }

    /** The first and the last have too little in common, but each has enough with the one between them. */
    @Test
    void keepsOneOfAChainWhoseEndsDiffer() {
        String words = numbered(0, 40);
        Deduplicated found = pass(
                NEAR,
                sample("c", words),
                sample("b", words + " " + numbered(40, 48)),
                sample("a", words + " " + numbered(40, 58)));

        assertThat(pass(NEAR, sample("c", words), sample("a", words + " " + numbered(40, 58)))
                        .survivors())
                .hasSize(2);
        assertThat(found.clusters()).isEqualTo(Map.of("a", Set.of("a", "b", "c")));
        assertThat(found.reasons()).isEqualTo(Map.of("b", "near-duplicate", "c", "near-duplicate"));
    }

    @Test
    void textsShorterThanAShingleSurviveUnlessTheyAreEqual() {
        Deduplicated found = pass(
                NEAR, sample("a", "Thank you"), sample("b", "thank you"), sample("c", "thank them"), sample("d", ""));

        assertThat(found.survivors()).containsExactly("a", "c", "d");
        assertThat(found.reasons()).isEqualTo(Map.of("b", "duplicate"));
    }

    @Test
    void tellsAnEqualFromANearlyEqualOne() {
        String words = numbered(0, 30);
        Deduplicated found =
                pass(NEAR, sample("a", words), sample("b", words.toUpperCase()), sample("c", words + ", so"));

        assertThat(found.reasons()).isEqualTo(Map.of("b", "duplicate", "c", "near-duplicate"));
    }

    @Test
    void countsWhatItFindsAndNamesTheLargestClusters() {
        String words = numbered(0, 30);
        String others = numbered(100, 130);
        Duplicates found = pass(
                        NEAR,
                        sample("a", words),
                        sample("c", words.toUpperCase()),
                        sample("d", words + ", so"),
                        sample("e", words + ", too"),
                        sample("f", others),
                        sample("g", others),
                        sample("h", "alone"))
                .found();

        assertThat(found)
                .isEqualTo(new Duplicates(
                        7,
                        3,
                        Map.of("duplicate", 2L, "near-duplicate", 2L),
                        0,
                        0,
                        0,
                        2,
                        List.of(
                                new Cluster("a", 4, Map.of("duplicate", 1L, "near-duplicate", 2L), "d"),
                                new Cluster("f", 2, Map.of("duplicate", 1L), "g"))));
        assertThat(pass(NEAR, sample("a", words)).found().reasons())
                .as("what was looked for and not found")
                .isEqualTo(Map.of("duplicate", 0L, "near-duplicate", 0L));
    }

    @Test
    void findsNearDuplicatesWhereNoSpacePartsTheWords() {
        Sample one = sample("a", "雨が降っているので今日は傘を持って学校に行きました");
        Sample other = sample("b", "雨が降っているので今日は傘を持って学校に行きました。");

        assertThat(pass(near(0.8, Unit.CHARACTERS, 5), one, other).survivors()).containsExactly("a");
        assertThat(pass(near(0.8, Unit.WORDS, 5), one, other).survivors()).hasSize(2);
    }

    @Test
    void aQuestionAboutAnotherPassageIsAnotherQuestion() {
        Sample one = sample("a", "Sum it up.").under(passage("The first."));
        Sample other = sample("b", "Sum it up.").under(passage("The second."));

        assertThat(pass(EXACT, one, other).survivors()).hasSize(2);
    }

    @Test
    void keepsDifferentPreferencePairsOfOneText() {
        Sample pair = sample("a", "x").answered(List.of(ANSWER.marked(Mark.CHOSEN)));
        Sample other = sample("b", "x").answered(List.of(ANSWER.marked(Mark.REJECTED)));

        assertThat(pass(EXACT, pair, other).survivors()).hasSize(2);
    }

    @Test
    void comparesAnswersWhereAskedToAndLeavesAloneWhatHasNone() {
        DeduplicateSettings answers = new DeduplicateSettings(Over.ANSWER, NEAR.minhash(), null);
        DeduplicateSettings both = new DeduplicateSettings(Over.BOTH, NEAR.minhash(), null);
        Sample[] samples = {
            sample("a", "x").answered(List.of(ANSWER)),
            sample("b", "y").answered(List.of(ANSWER)),
            sample("c", "x").answered(List.of(Answer.of("Another.", null, null, null))),
            sample("d", "z"),
            sample("e", "w")
        };

        assertThat(pass(EXACT, samples).survivors()).containsExactly("a", "b", "d", "e");
        assertThat(pass(answers, samples).survivors()).containsExactly("a", "c", "d", "e");
        assertThat(pass(both, samples).survivors()).hasSize(5);
    }

    @Test
    void survivorsThatGoThroughItAgainAllSurviveInAnyOrder() {
        List<Sample> samples = families(3000);
        Deduplicated found = pass(NEAR, samples);
        List<Sample> survivors = samples.stream()
                .filter(sample -> found.survivors().contains(sample.id()))
                .collect(Collectors.toCollection(ArrayList::new));

        assertThat(found.survivors()).hasSizeBetween(900, 1100);
        assertThat(pass(NEAR, survivors).survivors()).isEqualTo(found.survivors());
        Collections.shuffle(samples, new Random(5));
        assertThat(pass(NEAR, samples)).isEqualTo(found);
    }

    @Test
    void asksNothingOfAnEmptyDataset() {
        assertThat(pass(NEAR).survivors()).isEmpty();
    }

    /** A thousand texts, and variants of each that differ in a word. */
    private static List<Sample> families(int count) {
        List<Sample> samples = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            int family = i % 1000;
            String text = numbered(family * 100, family * 100 + 40) + (i < 1000 ? "" : " and " + i);
            samples.add(sample("id-" + i, text));
        }
        return samples;
    }

    private static String numbered(int from, int to) {
        return IntStream.range(from, to).mapToObj(i -> "w" + i).collect(Collectors.joining(" "));
    }

    private static Sample scored(String id, double score, double confidence) {
        return sample(id, "x")
                .concluded("y", confidence)
                .answered(List.of(ANSWER.judged(Verdict.passed("judge/helpfulness", score, null))));
    }

    private static Task passage(String passage) {
        return new Task(null, List.of(), passage, null, null, Map.of());
    }

    private Deduplicated pass(DeduplicateSettings settings, Sample... samples) {
        return pass(settings, List.of(samples));
    }

    private Deduplicated pass(DeduplicateSettings settings, List<Sample> samples) {
        return Deduplicated.of(samples, settings, folder.resolve("pass-" + passes++));
    }
}
