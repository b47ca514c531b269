package dev.reflux.activities.dataset.merge.balance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.reflux.activities.dataset.merge.Merged;
import dev.reflux.activities.dataset.merge.balance.BalanceSettings.By;
import dev.reflux.activities.shard.Answer;
import dev.reflux.activities.shard.Sample;
import dev.reflux.activities.shard.Sample.Provenance;
import dev.reflux.activities.shard.Task;
import dev.reflux.activities.shard.Verdict;
import dev.reflux.config.PlanJson;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BalanceStepTest {

    private static final String COMPLEXITY = "judge/complexity";

    @TempDir
    private Path folder;

    @Test
    void keepsTheBestOfEachGroupAndOfEqualOnesTheLowerId() {
        List<Sample> samples = List.of(
                labelled("a", "fee", 0.1),
                labelled("b", "fee", 0.9),
                labelled("d", "fee", 0.5),
                labelled("c", "fee", 0.5),
                Merged.sample("e", "fee").concluded("fee", null),
                labelled("f", "rate", 0.2));

        Merged balanced = balance(most(By.LABEL, 2), samples);

        assertThat(balanced.keptIds()).containsExactly("b", "c", "f");
        assertThat(balanced.reasons()).isEqualTo(Map.of("a", "over-quota", "d", "over-quota", "e", "over-quota"));
        assertThat(balanced.rejected().get(0).provenance().operations()).containsExactly("balance/fee");
    }

    @Test
    void comparesByAVerdictWhereOneIsNamed() {
        List<Sample> samples =
                List.of(judged("a", 1).concluded("x", 0.9), judged("b", 4).concluded("x", 0.1));
        BalanceSettings settings = new BalanceSettings(By.LABEL, 1, List.of(), null, null, 20, null, COMPLEXITY);

        assertThat(balance(settings, samples).keptIds()).containsExactly("b");
    }

    @Test
    void aQuotaTakesThePlaceOfTheBoundAndWhatIsLackingIsReported() {
        BalanceSettings settings = new BalanceSettings(
                By.LABEL,
                5,
                List.of(new Quota("a", 7), new Quota("b", 9), new Quota("z", 3)),
                null,
                null,
                20,
                null,
                null);
        Merged balanced = balance(settings, of(Map.of("a", 20, "b", 4, "c", 30)));

        assertThat(sizes(balanced.kept())).isEqualTo(Map.of("a", 7L, "b", 4L, "c", 5L));
        assertThat(PlanJson.mapper().valueToTree(balanced.findings()).toString())
                .contains("\"a\":{\"samples\":20,\"kept\":7,\"wanted\":7,\"lacking\":0,\"most\":7}")
                .contains("\"b\":{\"samples\":4,\"kept\":4,\"wanted\":9,\"lacking\":5,\"most\":9}")
                .contains("\"c\":{\"samples\":30,\"kept\":5,\"lacking\":0,\"most\":5}")
                .contains("\"z\":{\"samples\":0,\"kept\":0,\"wanted\":3,\"lacking\":3,\"most\":3}");
    }

    @Test
    void boundsGroupsByTheSmallestOne() {
        BalanceSettings settings = new BalanceSettings(By.LABEL, null, List.of(), 1.5, null, 20, null, null);

        assertThat(sizes(balance(settings, of(Map.of("a", 20, "b", 4, "c", 5))).kept()))
                .isEqualTo(Map.of("a", 6L, "b", 4L, "c", 5L));
    }

    /** 12 of 24 are a half; 13 of 25 would be more. */
    @Test
    void boundsGroupsByTheirShareOfWhatIsLeft() {
        assertThat(sizes(balance(share(0.5), of(Map.of("a", 100, "b", 5, "c", 7)))
                        .kept()))
                .isEqualTo(Map.of("a", 12L, "b", 5L, "c", 7L));
        assertThat(sizes(balance(share(0.2), of(Map.of("a", 100, "b", 5, "c", 7)))
                        .kept()))
                .as("three groups cannot have a fifth each")
                .isEqualTo(Map.of("a", 5L, "b", 5L, "c", 5L));
    }

    @Test
    void theTightestBoundIsReportedAndWhatIsWrittenCanBeRead() throws JsonProcessingException {
        BalanceSettings settings =
                new BalanceSettings(By.LABEL, 15, List.of(new Quota("b", 6)), 2.0, 0.5, 20, null, null);
        Balance found =
                (Balance) balance(settings, of(Map.of("a", 20, "b", 4, "c", 5))).findings();

        assertThat(found.groups().get("a").most()).as("twice the smallest").isEqualTo(8);
        assertThat(found.groups().get("b").most()).isEqualTo(6);
        assertThat(PlanJson.mapper().readValue(PlanJson.mapper().writeValueAsString(found), Balance.class))
                .isEqualTo(found);
        BalanceSettings quota =
                new BalanceSettings(By.LABEL, null, List.of(new Quota("a", 9)), null, null, 20, null, null);
        Balance ofOne = (Balance) balance(quota, of(Map.of("a", 20, "b", 4))).findings();
        assertThat(ofOne.groups().get("b").most()).as("nothing bounds it").isNull();
    }

    @Test
    void theOrderDecidesNothingAndSurvivorsSurvive() {
        List<Sample> samples = of(Map.of("a", 100, "b", 37, "c", 61, "d", 12, "e", 90));
        List<Quota> quotas = List.of(new Quota("c", 11), new Quota("d", 0));
        for (double factor : new double[] {1, 1.3, 3}) {
            for (double share : new double[] {0.1, 0.3, 0.34, 0.5, 1}) {
                BalanceSettings settings = new BalanceSettings(By.LABEL, 80, quotas, factor, share, 20, null, null);
                Merged once = balance(settings, samples);
                assertThat(once.kept()).isNotEmpty();
                assertThat(balance(settings, once.kept()).kept()).isEqualTo(once.kept());
                List<Sample> shuffled = new ArrayList<>(samples);
                Collections.shuffle(shuffled, new Random(7));
                assertThat(balance(settings, shuffled)).isEqualTo(once);
            }
        }
    }

    @Test
    void groupsByDifficultyOfAnsweredAndOfUnansweredSamples() {
        Task task = Task.NONE.judged(List.of(Verdict.passed(COMPLEXITY, 4.0, null)));
        List<Sample> samples = List.of(
                judged("a", 1),
                judged("b", 2),
                judged("c", 3.9),
                Merged.sample("d", "d").under(task),
                judged("e", 6),
                Merged.sample("f", "f"));
        Difficulty difficulty = new Difficulty(COMPLEXITY, List.of(2.0, 4.0));
        BalanceSettings settings = new BalanceSettings(By.DIFFICULTY, 9, List.of(), null, null, 20, difficulty, null);

        assertThat(groups(settings, samples))
                .isEqualTo(Map.of("below-2", 1L, "2-to-4", 2L, "from-4", 2L, "unscored", 1L));
    }

    @Test
    void groupsBySourceOperationAndLanguage() {
        List<Sample> samples = List.of(
                Merged.from("a", "Where is the parcel that I ordered last week?", "faq.jsonl:17"),
                made("b", "Wo ist das Paket, das ich letzte Woche bestellt habe?", "evolve/deepen", "split/train"),
                made("c", "ok", "evolve/deepen", "evolve/broaden", "resolve/pair"));

        assertThat(groups(most(By.SOURCE, 9), samples)).isEqualTo(Map.of("faq.jsonl", 1L, "faq:2.jsonl", 2L));
        assertThat(groups(most(By.OPERATION, 9), samples))
                .isEqualTo(Map.of("none", 1L, "evolve/deepen", 1L, "evolve/broaden", 1L));
        assertThat(groups(most(By.LANGUAGE, 9), samples)).isEqualTo(Map.of("en", 1L, "de", 1L, "unknown", 1L));
    }

    @Test
    void groupsByTopicWhichALaterRoundDoesNotChange() {
        List<Sample> samples = new ArrayList<>();
        List<String> animals = List.of("cat", "dog", "horse", "cow", "sheep", "goat", "pig", "hen");
        for (String animal : animals) {
            samples.add(Merged.sample("animal-" + animal, "What does a " + animal + " eat on a farm?"));
            samples.add(Merged.sample("code-" + animal, "Write a Python function that sorts a list called " + animal));
        }
        BalanceSettings two = new BalanceSettings(By.TOPIC, 5, List.of(), null, null, 2, null, null);
        Merged once = balance(two, samples);

        assertThat(once.keptIds()).hasSize(10);
        assertThat(once.keptIds().stream().filter(id -> id.startsWith("code"))).hasSize(5);
        assertThat(((Balance) once.findings())
                        .groups().values().stream().map(group -> group.example().replaceAll("-.*", "")))
                .as("a sample of each topic is named")
                .containsExactlyInAnyOrder("animal", "code");
        assertThat(once.kept())
                .allSatisfy(sample -> assertThat(sample.provenance().operations())
                        .singleElement()
                        .asString()
                        .matches("topic/[12]"));
        assertThat(balance(two, once.kept()).kept()).isEqualTo(once.kept());
        Collections.shuffle(samples, new Random(7));
        assertThat(balance(two, samples)).isEqualTo(once);
        List<Sample> later = new ArrayList<>(once.kept());
        later.add(
                Merged.sample("animal-zzz", "What does a donkey eat on a farm?").concluded(null, 1.0));
        Merged second = balance(two, later);
        assertThat(second.keptIds()).hasSize(10).contains("animal-zzz");
        assertThat(((Balance) second.findings()).groups().values())
                .as("a sample of each topic is named in a later round too")
                .allSatisfy(group -> assertThat(group.example()).isNotNull());
    }

    private static BalanceSettings most(By by, int most) {
        return new BalanceSettings(by, most, List.of(), null, null, 20, null, null);
    }

    private static BalanceSettings share(double share) {
        return new BalanceSettings(By.LABEL, null, List.of(), null, share, 20, null, null);
    }

    private static Sample labelled(String id, String label, double confidence) {
        return Merged.sample(id, id).concluded(label, confidence);
    }

    private static Sample judged(String id, double score) {
        Answer answer = Answer.of("Yes.", null, null, null).judged(Verdict.passed(COMPLEXITY, score, null));
        return Merged.sample(id, id).answered(List.of(answer));
    }

    private static Sample made(String id, String text, String... operations) {
        return Merged.sample(id, text)
                .from(new Provenance("faq:2.jsonl:3", null, null, 1, null, List.of(), List.of(operations)));
    }

    private static List<Sample> of(Map<String, Integer> sizes) {
        List<Sample> samples = new ArrayList<>();
        new TreeMap<>(sizes).forEach((label, size) -> {
            for (int i = 0; i < size; i++) {
                samples.add(labelled(label + i, label, i * 37 % 10 / 10.0));
            }
        });
        return samples;
    }

    private static Map<String, Long> sizes(List<Sample> samples) {
        return samples.stream().collect(Collectors.groupingBy(Sample::label, TreeMap::new, Collectors.counting()));
    }

    private Map<String, Long> groups(BalanceSettings settings, List<Sample> samples) {
        NamedGroups groups = new NamedGroups(settings);
        samples.forEach(groups::see);
        assertThat(balance(settings, samples).rejected()).isEmpty();
        return IntStream.range(0, samples.size())
                .mapToObj(groups::of)
                .collect(Collectors.groupingBy(Function.identity(), TreeMap::new, Collectors.counting()));
    }

    private Merged balance(BalanceSettings settings, List<Sample> samples) {
        return Merged.by("balance", settings, samples, folder);
    }
}
