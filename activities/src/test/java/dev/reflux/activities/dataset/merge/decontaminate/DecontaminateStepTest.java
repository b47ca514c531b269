package dev.reflux.activities.dataset.merge.decontaminate;

import static dev.reflux.activities.dataset.merge.decontaminate.Decontaminated.any;
import static dev.reflux.activities.dataset.merge.decontaminate.Decontaminated.items;
import static dev.reflux.activities.dataset.merge.decontaminate.Decontaminated.preset;
import static dev.reflux.activities.dataset.merge.decontaminate.Decontaminated.sample;
import static dev.reflux.activities.dataset.merge.decontaminate.Decontaminated.samples;
import static dev.reflux.activities.dataset.merge.decontaminate.Decontaminated.settings;
import static org.assertj.core.api.Assertions.assertThat;

import dev.reflux.activities.dataset.merge.BenchmarkItem;
import dev.reflux.activities.dataset.merge.decontaminate.DecontaminateSettings.Of;
import dev.reflux.activities.dataset.merge.decontaminate.DecontaminateSettings.Rule;
import dev.reflux.activities.shard.Answer;
import dev.reflux.activities.shard.Message;
import dev.reflux.activities.shard.Sample;
import dev.reflux.activities.shard.Task;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DecontaminateStepTest {

    private static final String QUESTION =
            "A robe takes 2 bolts of red cloth and half that much white cloth; how many bolts is that?";

    private static final Sample PLAIN = sample("a", "Something else.");

    @Test
    void dropsASampleThatHoldsAQuestionAmongOtherWords() {
        Decontaminated found = of(
                any(8),
                "Please solve:\n\n" + QUESTION.toUpperCase() + " Think step by step.",
                "A robe takes 2 bolts of blue cloth.");

        assertThat(found.dropped()).isEqualTo(Map.of("id-0", "b.jsonl:1"));
    }

    @Test
    void comparesWordsWithoutRegardToPunctuationUnlessTheRuleIsOfWhatStandsBetweenSpaces() {
        String repunctuated = QUESTION.replace("cloth", "cloth,").replace(" ", "  ");

        assertThat(of(any(13), repunctuated).dropped()).hasSize(1);
        assertThat(of(preset(Preset.OPEN_R1), repunctuated).dropped()).isEmpty();
        assertThat(of(preset(Preset.OPEN_R1), QUESTION.replace(" ", "  ").toUpperCase())
                        .dropped())
                .hasSize(1);
    }

    @Test
    void takesOtherFiguresAndAccentsForTheSameWhereAskedTo() {
        String other = QUESTION.replace("2", "1723").replace("half", "hälf");

        assertThat(of(any(13), other).dropped()).isEmpty();
        assertThat(of(settings(13, Normalisation.LOOSE, Rule.ANY, null), other).dropped())
                .hasSize(1);
    }

    @Test
    void comparesByTheSameCharacterHoweverItIsWritten() {
        assertThat(Normalisation.WORDS.cut("caf\u00e9 \uff11\uff12").count()).isEqualTo(2);
        List<BenchmarkItem> accented = items("b.jsonl", List.of("caf\u00e9 one two three four five six \uff11\uff12"));

        assertThat(Decontaminated.of(samples(List.of("cafe\u0301 one two three four five six 12")), accented, any(8))
                        .dropped())
                .hasSize(1);
    }

    @Test
    void findsQuestionsInScriptsWithoutSpaces() {
        List<BenchmarkItem> question = items("b.jsonl", List.of("太郎さんはりんごを五個買いました。残りは何個ですか"));

        assertThat(Decontaminated.of(samples(List.of("次の問題:太郎さんはりんごを五個買いました", "花子さんは本を読みました")), question, any(13))
                        .dropped())
                .containsOnlyKeys("id-0");
    }

    @Test
    void countsTheShareOfOneTextsWordsThatOneSampleCovers() {
        List<BenchmarkItem> twenty = items("b.jsonl", List.of(numbered(0, 20)));
        List<Sample> some =
                samples(List.of(numbered(0, 10), numbered(0, 11), numbered(5, 13) + " x " + numbered(0, 8)));

        assertThat(Decontaminated.of(some, twenty, settings(8, Normalisation.WORDS, Rule.MORE_THAN, 0.5))
                        .dropped())
                .containsOnlyKeys("id-1", "id-2");
        assertThat(Decontaminated.of(some, twenty, settings(8, Normalisation.WORDS, Rule.AT_LEAST, 0.5))
                        .dropped())
                .containsOnlyKeys("id-0", "id-1", "id-2");
        assertThat(Decontaminated.of(some, twenty, settings(8, Normalisation.WORDS, Rule.AT_LEAST, 0.66))
                        .dropped())
                .isEmpty();
    }

    @Test
    void takesTogetherWhatTheTurnsOfOneSampleCoverAndNotWhatTwoSamplesDo() {
        List<BenchmarkItem> twenty = items("b.jsonl", List.of(numbered(0, 20)));
        Sample turns = sample("t", numbered(10, 20))
                .under(Task.NONE.withHistory(List.of(Message.user(numbered(0, 10)), Message.assistant("So it goes."))));

        DecontaminateSettings most = settings(8, Normalisation.WORDS, Rule.AT_LEAST, 0.9);
        assertThat(Decontaminated.of(List.of(turns), twenty, most).dropped()).hasSize(1);
        assertThat(Decontaminated.of(samples(List.of(numbered(0, 10), numbered(10, 20))), twenty, most)
                        .dropped())
                .isEmpty();
    }

    @Test
    void goesOnOverWordsThatDifferWhereTheRuleSkips() {
        List<BenchmarkItem> forty = items("b.jsonl", List.of(numbered(0, 40)));
        String four =
                numbered(0, 12) + " a " + numbered(13, 20) + " b " + numbered(21, 26) + " c d " + numbered(28, 33);
        String fifth = four + " e " + numbered(34, 40);

        assertThat(share(forty, four)).isEqualTo(29 / 40.0);
        assertThat(share(forty, fifth)).isEqualTo(29 / 40.0);
        assertThat(share(forty, numbered(0, 9) + " a " + numbered(10, 19))).isZero();
    }

    @Test
    void findsATextShorterThanAnNgramAsAWholeOnly() {
        List<BenchmarkItem> brief = items("b.jsonl", List.of("Why is the sky so blue?", "How old are you?", "Go!"));

        Decontaminated found = Decontaminated.of(
                samples(List.of(
                        "Tell me: why is the sky so BLUE",
                        "why is the sky so grey",
                        "How old are you?",
                        "how old are you really",
                        "go",
                        "go on",
                        "is the sky so blue")),
                brief,
                any(8));

        assertThat(found.dropped()).isEqualTo(Map.of("id-0", "b.jsonl:1", "id-2", "b.jsonl:2", "id-4", "b.jsonl:3"));
    }

    @Test
    void looksForShorterTextsWithinOthersWhereAllowedTo() {
        DecontaminateSettings two = new DecontaminateSettings(
                any(8).benchmarks(), Preset.OPEN_R1, null, Normalisation.WORDS, null, null, null, Of.TEXT, 2, null);
        List<BenchmarkItem> brief = items("b.jsonl", List.of("How old?", "Go!"));

        assertThat(Decontaminated.of(samples(List.of("so how old are you", "go on")), brief, two)
                        .dropped())
                .isEqualTo(Map.of("id-0", "b.jsonl:1"));
    }

    @Test
    void comparesWhatIsAskedUnlessToldToLookAtAnswers() {
        Answer answer = Answer.of(QUESTION, null, null, null);
        Sample answered = PLAIN.answered(List.of(answer));
        Sample passage = sample("b", "Sum it up.").under(Task.NONE.withPassage(QUESTION));
        Sample said = sample("c", "Go on.")
                .under(Task.NONE.withHistory(List.of(Message.user("Ask me."), Message.assistant(QUESTION))));

        assertThat(of(Of.TEXT, answered, passage, said)).containsOnlyKeys("b");
        assertThat(of(Of.ANSWER, answered, passage, said)).containsOnlyKeys("a", "c");
        assertThat(of(Of.BOTH, answered, passage, said)).containsOnlyKeys("a", "b", "c");
    }

    @Test
    void namesTheItemOfWhichMostWasFoundAndReportsAll() {
        List<BenchmarkItem> all =
                new ArrayList<>(items("one.jsonl", List.of("nothing like it", QUESTION + " Or not?")));
        all.addAll(items("two.jsonl", List.of(QUESTION)));
        all.addAll(items("three.jsonl", List.of("neither is this")));

        Decontaminated found = Decontaminated.of(samples(List.of(QUESTION, "x", "So: " + QUESTION)), all, any(8));

        assertThat(found.dropped()).isEqualTo(Map.of("id-0", "two.jsonl:1", "id-2", "two.jsonl:1"));
        assertThat(found.report().compared()).isEqualTo(3);
        assertThat(found.report().contaminated()).isEqualTo(2);
        assertThat(found.report().rule()).isEqualTo("8-gram words, any");
        assertThat(found.report().benchmarks())
                .containsExactly(
                        new Decontamination.OfBenchmark(
                                "one.jsonl",
                                2,
                                1,
                                2,
                                List.of(new Decontamination.Matched(2, 2, "ngrams", 0.9048, List.of("id-0", "id-2")))),
                        new Decontamination.OfBenchmark(
                                "two.jsonl",
                                1,
                                1,
                                2,
                                List.of(new Decontamination.Matched(1, 2, "ngrams", 1, List.of("id-0", "id-2")))),
                        new Decontamination.OfBenchmark("three.jsonl", 1, 0, 0, List.of()));
    }

    @Test
    void neitherOrderNorNumberOfSamplesChangesWhatGoes() {
        List<String> texts = IntStream.range(0, 10_000)
                .mapToObj(i -> i % 7 == 0 ? "Number " + i + ": " + QUESTION : "Number " + i)
                .collect(Collectors.toCollection(ArrayList::new));
        List<Sample> some = samples(texts);
        List<BenchmarkItem> question = items("b.jsonl", List.of(QUESTION));
        Decontaminated found = Decontaminated.of(some, question, preset(Preset.TULU_3));

        Collections.shuffle(some, new Random(3));

        assertThat(found.dropped()).hasSize(1429);
        assertThat(Decontaminated.of(some, question, preset(Preset.TULU_3)).dropped())
                .isEqualTo(found.dropped());
        assertThat(found.report().benchmarks().get(0).matches().get(0).ids()).hasSize(Decontamination.MOST_IDS);
    }

    @Test
    void survivesTextsWithoutWords() {
        List<BenchmarkItem> odd = items("b.jsonl", List.of("?!", "\ud83d\ude00", "\ud800"));

        assertThat(Decontaminated.of(samples(List.of("", "?!", "\ud800 \udc00", "\u0000")), odd, any(8))
                        .dropped())
                .isEmpty();
        assertThat(Decontaminated.of(List.of(), odd, any(8)).report().compared())
                .isZero();
    }

    private static double share(List<BenchmarkItem> items, String text) {
        Overlap overlap = new Overlap(10, Normalisation.WORDS, Rule.AT_LEAST, 0, 4);
        return new OverlapFinder(items, overlap, 5)
                .find(List.of(text)).stream()
                        .mapToDouble(Hit::share)
                        .findFirst()
                        .orElse(0);
    }

    private static Map<String, String> of(Of of, Sample... samples) {
        DecontaminateSettings settings = new DecontaminateSettings(
                any(8).benchmarks(), Preset.TULU_3, null, null, null, null, null, of, 5, null);
        return Decontaminated.of(List.of(samples), items("b.jsonl", List.of(QUESTION)), settings)
                .dropped();
    }

    private static Decontaminated of(DecontaminateSettings settings, String... texts) {
        return Decontaminated.of(samples(List.of(texts)), items("b.jsonl", List.of(QUESTION)), settings);
    }

    private static String numbered(int from, int to) {
        return IntStream.range(from, to).mapToObj(i -> "w" + i).collect(Collectors.joining(" "));
    }
}
