package dev.reflux.activities.dataset.merge.split;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.reflux.activities.dataset.merge.Merged;
import dev.reflux.activities.dataset.merge.deduplicate.MinHashSettings;
import dev.reflux.activities.dataset.merge.deduplicate.MinHashSettings.Unit;
import dev.reflux.activities.shard.Sample;
import dev.reflux.activities.shard.Sample.Provenance;
import dev.reflux.activities.shard.Task;
import dev.reflux.config.InvalidCampaignException;
import dev.reflux.config.PlanJson;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SplitStepTest {

    private static final MinHashSettings NEAR = new MinHashSettings(0.7, Unit.WORDS, 3, 112, null);

    private static final SplitSettings HALVES = new SplitSettings(0.2, 0.4, false, 1, NEAR);

    @TempDir
    private Path folder;

    private int passes;

    @Test
    void writesThePartOnEverySampleAndHoldsTheSharesOverall() {
        List<Sample> samples = singles(0, 5000);
        Merged split = split(new SplitSettings(0.1, 0.2, false, 1, NEAR), samples);

        assertThat(split.rejected()).isEmpty();
        assertThat(counts(split)).hasSize(3);
        assertThat(counts(split).get("split/test")).isBetween(920L, 1080L);
        assertThat(counts(split).get("split/validation")).isBetween(430L, 570L);
    }

    @Test
    void nothingAlikeOrRelatedStraddles() {
        List<Sample> samples = families(300);
        Map<String, String> parts = parts(split(HALVES, samples));

        assertThat(parts).hasSize(2100);
        assertThat(parts.values().stream().distinct()).hasSize(3);
        assertFamiliesAreWhole(300, parts);
    }

    @Test
    void largeGroupsAreSpreadAsSmallOnesAre() {
        List<Sample> samples = new ArrayList<>();
        for (int group = 0; group < 600; group++) {
            for (int of = 0; of < 20; of++) {
                String id = "g" + group + "-" + of;
                samples.add(Merged.from(id, words(id), "pool.jsonl:" + group));
            }
        }

        assertThat(counts(split(HALVES, samples)).get("split/test")).isBetween(4000L, 5600L);
    }

    @Test
    void samplesMadeFromNothingAreNotOneFamily() {
        List<Sample> made = IntStream.range(0, 400)
                .mapToObj(i -> Merged.from("m" + i, words("m" + i), "my-campaign"))
                .toList();

        assertThat(counts(split(HALVES, made))).hasSize(3);
    }

    @Test
    void theOrderDecidesNothing() {
        List<Sample> samples = new ArrayList<>(singles(0, 200));
        IntStream.range(0, 50).forEach(family -> samples.addAll(family(family)));
        for (SplitSettings settings : List.of(HALVES, new SplitSettings(0.2, 0.4, true, 1, NEAR))) {
            Map<String, String> parts = parts(split(settings, samples));
            for (int order = 0; order < 5; order++) {
                Collections.shuffle(samples, new Random(order));
                assertThat(parts(split(settings, samples))).isEqualTo(parts);
            }
        }
    }

    @Test
    void goingThroughItAgainChangesNothing() {
        List<Sample> samples = singles(0, 300);
        Merged once = split(HALVES, samples);

        assertThat(split(HALVES, once.kept()).kept()).isEqualTo(once.kept());
    }

    @Test
    void whatANewRoundAddsMovesNothing() {
        Merged first = split(HALVES, singles(0, 500));
        List<Sample> both = Stream.concat(first.kept().stream(), singles(500, 1500).stream())
                .toList();

        Map<String, String> second = parts(split(HALVES, both));

        assertThat(second).hasSize(1500).containsAllEntriesOf(parts(first));
        Map<String, String> atOnce = parts(split(HALVES, singles(0, 1500)));
        assertThat(second).isEqualTo(atOnce);
    }

    @Test
    void aPromptKeepsItsPartWhereABetterSampleTakesItsPlace() {
        List<Sample> better = IntStream.range(0, 100)
                .mapToObj(i -> Merged.sample("t" + i, words("s" + i).toUpperCase()))
                .toList();
        Map<String, String> parts = parts(split(HALVES, better));

        parts(split(HALVES, singles(0, 100)))
                .forEach((id, part) -> assertThat(parts).containsEntry(id.replace('s', 't'), part));
    }

    @Test
    void aNewSampleFollowsItsGroup() {
        Merged first = split(HALVES, singles(0, 50));
        for (Sample old : first.kept()) {
            Sample child = fromParents("child", words("child"), old.id());
            Merged second = split(HALVES, with(first.kept(), child));

            assertThat(parts(second).get("child")).isEqualTo(parts(first).get(old.id()));
        }
    }

    @Test
    void aNewSampleThatConnectsTwoPartsGoesAndTheOldOnesStay() {
        Merged first = split(HALVES, singles(0, 50));
        Map<String, String> parts = parts(first);
        String train = idIn(parts, "split/train");
        String test = idIn(parts, "split/test");
        Sample bridge = fromParents("bridge", words("bridge"), train, test);
        Sample behind = fromParents("behind", words("behind"), "bridge");

        Merged second = split(HALVES, with(first.kept(), bridge, behind));

        assertThat(second.kept()).isEqualTo(first.kept());
        assertThat(second.reasons()).isEqualTo(Map.of("bridge", "straddling", "behind", "straddling"));
        assertThat(second.rejected().get(0).provenance().operations()).containsExactly("split/joins-train+test");
        assertThat(PlanJson.mapper()
                        .valueToTree(second.findings())
                        .path("straddling")
                        .asInt())
                .isEqualTo(2);
    }

    @Test
    void holdsTheSharesWithinEachLabel() {
        List<Sample> samples = new ArrayList<>();
        for (int i = 0; i < 440; i++) {
            String label = i < 400 ? "common" : "rare";
            samples.add(Merged.sample("s" + i, words("s" + i)).concluded(label, 0.9));
        }
        Merged split = split(new SplitSettings(0.1, 0.2, true, 1, NEAR), samples);

        assertThat(PlanJson.mapper()
                        .valueToTree(split.findings())
                        .path("labels")
                        .toString())
                .isEqualTo("{\"test\":{\"common\":80,\"rare\":8},\"train\":{\"common\":280,\"rare\":28},"
                        + "\"validation\":{\"common\":40,\"rare\":4}}");
    }

    @Test
    void aNumberOfSingleSamplesIsHitExactly() {
        List<Sample> samples = singles(0, 1000);

        assertThat(counts(split(new SplitSettings(70, 123, false, 1, NEAR), samples)))
                .isEqualTo(Map.of("split/train", 807L, "split/validation", 70L, "split/test", 123L));
        assertThat(counts(split(new SplitSettings(0.1, 1, false, 1, NEAR), samples)))
                .as("a share beside a number")
                .isEqualTo(Map.of("split/train", 899L, "split/validation", 100L, "split/test", 1L));
        assertThat(counts(split(new SplitSettings(0, 500, false, 1, NEAR), samples)))
                .isEqualTo(Map.of("split/train", 500L, "split/test", 500L));
    }

    @Test
    void aNumberPartsNoGroupAndIsNotExceeded() {
        List<Sample> samples = families(60);
        Merged split = split(new SplitSettings(100, 50, false, 1, NEAR), samples);

        Map<String, String> parts = parts(split);
        assertFamiliesAreWhole(60, parts);
        assertThat(counts(split))
                .as("14 and 7 families of seven")
                .isEqualTo(Map.of("split/train", 273L, "split/validation", 98L, "split/test", 49L));
        Division found = (Division) split.findings();
        assertThat(found.groups()).isEqualTo(Map.of("train", 39L, "validation", 14L, "test", 7L));
        assertThat(found.wanted()).isEqualTo(Map.of("train", 270L, "validation", 100L, "test", 50L));
    }

    @Test
    void aNumberIsGivenOutAmongLabelsInProportion() {
        List<Sample> samples = new ArrayList<>();
        for (int i = 0; i < 1000; i++) {
            String label = i < 700 ? "common" : i < 950 ? "rare" : "rarest";
            samples.add(Merged.sample("s" + i, words("s" + i)).concluded(label, 0.9));
        }
        Division found = (Division)
                split(new SplitSettings(11, 50, true, 1, NEAR), samples).findings();

        assertThat(found.samples()).isEqualTo(Map.of("train", 939L, "validation", 11L, "test", 50L));
        assertThat(found.labels().get("test")).isEqualTo(Map.of("common", 35L, "rare", 13L, "rarest", 2L));
        assertThat(found.labels().get("validation")).isEqualTo(Map.of("common", 8L, "rare", 3L));
    }

    @Test
    void neitherOrderNorAFurtherRoundMovesWhatANumberTook() {
        SplitSettings numbers = new SplitSettings(30, 40, false, 1, NEAR);
        List<Sample> samples = new ArrayList<>(singles(0, 200));
        Merged once = split(numbers, samples);
        Collections.shuffle(samples, new Random(3));

        assertThat(split(numbers, samples)).isEqualTo(once);
        assertThat(split(numbers, once.kept()).kept()).isEqualTo(once.kept());
        List<Sample> more =
                Stream.concat(once.kept().stream(), singles(200, 600).stream()).toList();
        Merged later = split(numbers, more);
        assertThat(parts(later)).containsAllEntriesOf(parts(once));
        assertThat(counts(later)).isEqualTo(Map.of("split/train", 530L, "split/validation", 30L, "split/test", 40L));
    }

    @Test
    void numbersMustLeaveSomethingForTraining() {
        assertThatThrownBy(() -> split(new SplitSettings(0.5, 50, false, 1, NEAR), singles(0, 100)))
                .isInstanceOf(InvalidCampaignException.class)
                .hasMessage(
                        "Merge step split must leave samples for training, got validation 0.5 and test 50 of a"
                                + " dataset of 100; lower them or write shares such as 0.1, or let more samples into the dataset");
        assertThat(counts(split(new SplitSettings(0.5, 50, false, 1, NEAR), singles(0, 102))))
                .isEqualTo(Map.of("split/train", 1L, "split/validation", 51L, "split/test", 50L));
        assertThat(split(new SplitSettings(5, 5, false, 1, NEAR), List.of()).kept())
                .as("of nothing, nothing is asked")
                .isEmpty();
    }

    @Test
    void anotherRandomSeedGivesAnotherSplit() {
        List<Sample> samples = singles(0, 100);

        assertThat(parts(split(new SplitSettings(0.2, 0.4, false, 2, NEAR), samples)))
                .isNotEqualTo(parts(split(HALVES, samples)));
    }

    private static List<Sample> families(int count) {
        List<Sample> samples = new ArrayList<>();
        for (int family = 0; family < count; family++) {
            samples.addAll(family(family));
        }
        return samples;
    }

    private static void assertFamiliesAreWhole(int count, Map<String, String> parts) {
        for (int family = 0; family < count; family++) {
            String head = "f" + family + "-";
            assertThat(parts.entrySet().stream()
                            .filter(part -> part.getKey().startsWith(head))
                            .map(Map.Entry::getValue)
                            .distinct())
                    .as(head)
                    .hasSize(1);
        }
    }

    /** A sample, one that is nearly equal, one of the same prompt, of the same passage, the same origin, and two descendants. */
    private static List<Sample> family(int number) {
        String head = "f" + number + "-";
        String text = words(head);
        Task passage = Task.NONE.withPassage("Passage " + number);
        return List.of(
                Merged.from(head + "a", text, "seeds.jsonl:" + number),
                Merged.sample(head + "b", text + " more"),
                Merged.sample(head + "c", text.toUpperCase()),
                Merged.from(head + "d", words(head + "d"), "seeds.jsonl:" + number)
                        .under(passage),
                Merged.sample(head + "e", words(head + "e")).under(passage),
                fromParents(head + "f", words(head + "f"), head + "b"),
                fromParents(head + "g", words(head + "g"), head + "f", head + "gone"));
    }

    private static Sample fromParents(String id, String text, String... parents) {
        return Merged.sample(id, text)
                .from(new Provenance("campaign", null, null, 1, null, List.of(parents), List.of()));
    }

    private static List<Sample> singles(int from, int to) {
        return IntStream.range(from, to)
                .mapToObj(i -> Merged.sample("s" + i, words("s" + i)))
                .toList();
    }

    private static String words(String head) {
        return IntStream.range(0, 20).mapToObj(i -> head + "w" + i).collect(Collectors.joining(" "));
    }

    private static List<Sample> with(Collection<Sample> old, Sample... more) {
        return Stream.concat(old.stream(), Stream.of(more)).toList();
    }

    private static String idIn(Map<String, String> parts, String part) {
        return parts.keySet().stream()
                .filter(id -> parts.get(id).equals(part))
                .findFirst()
                .orElseThrow();
    }

    private static Map<String, String> parts(Merged split) {
        Map<String, String> parts = new TreeMap<>();
        for (Sample sample : split.kept()) {
            List<String> operations = sample.provenance().operations();
            assertThat(operations).hasSize(1);
            parts.put(sample.id(), operations.get(0));
        }
        return parts;
    }

    private static Map<String, Long> counts(Merged split) {
        return parts(split).values().stream()
                .collect(Collectors.groupingBy(part -> part, TreeMap::new, Collectors.counting()));
    }

    private Merged split(SplitSettings settings, List<Sample> samples) {
        return Merged.by("split", settings, samples, folder.resolve("pass-" + passes++));
    }
}
