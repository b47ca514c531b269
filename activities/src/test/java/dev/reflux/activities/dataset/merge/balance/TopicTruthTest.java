package dev.reflux.activities.dataset.merge.balance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.reflux.activities.dataset.merge.Merged;
import dev.reflux.activities.dataset.merge.balance.BalanceSettings.By;
import dev.reflux.activities.learning.TestData;
import dev.reflux.activities.shard.Sample;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Topics against what people say texts are about: CLINC150 (Larson et al. 2019), 1,500 questions of 150 intents in 10 domains. */
class TopicTruthTest {

    private static final String FOLDER = "classification/clinc150_";
    private static final JsonMapper JSON = new JsonMapper();

    @TempDir
    private Path folder;

    private final List<Sample> questions = new ArrayList<>();
    private final Map<String, String> intents = new TreeMap<>();
    private final Map<String, String> domains = new TreeMap<>();

    @BeforeEach
    void readQuestions() throws IOException {
        Optional<Path> full = TestData.find(FOLDER + "data_full.json");
        Optional<Path> domainFile = TestData.find(FOLDER + "domains.json");
        assumeTrue(full.isPresent() && domainFile.isPresent(), "skipped: " + FOLDER + "*.json is not there");
        Map<String, String> domainOf = new TreeMap<>();
        JSON.readTree(domainFile.get().toFile()).properties().forEach(domain -> domain.getValue()
                .forEach(intent -> domainOf.put(intent.asText(), domain.getKey())));
        JsonNode rows = JSON.readTree(full.get().toFile()).path("val");
        for (int number = 0; number < rows.size(); number += 2) {
            JsonNode row = rows.path(number);
            String id = "q" + questions.size();
            questions.add(Merged.sample(id, row.path(0).asText()));
            intents.put(id, row.path(1).asText());
            domains.put(id, domainOf.get(row.path(1).asText()));
        }
        assertThat(questions).hasSize(1500);
    }

    @Test
    void tenTopicsAgreeWithTheTenDomainsAndWithNoneThatAreGivenByLot() {
        Map<String, String> topics = topics(10);
        Agreement agreement = Agreement.of(topics, domains);

        assertThat(agreement.purity()).as(agreement.toString()).isGreaterThan(0.45);
        assertThat(agreement.mutualInformation()).as(agreement.toString()).isGreaterThan(0.4);
        Agreement byLot = Agreement.of(topics, shuffled(domains));
        assertThat(byLot.purity()).as(byLot.toString()).isLessThan(0.2);
        assertThat(byLot.mutualInformation()).as(byLot.toString()).isLessThan(0.05);
    }

    @Test
    void asManyTopicsAsIntentsAgreeWithTheIntents() {
        Agreement agreement = Agreement.of(topics(150), intents);

        assertThat(agreement.purity()).as(agreement.toString()).isGreaterThan(0.6);
        assertThat(agreement.mutualInformation()).as(agreement.toString()).isGreaterThan(0.8);
    }

    private static Map<String, String> shuffled(Map<String, String> truth) {
        List<String> values = new ArrayList<>(truth.values());
        Collections.shuffle(values, new Random(3));
        Map<String, String> shuffled = new TreeMap<>();
        truth.keySet().forEach(id -> shuffled.put(id, values.get(shuffled.size())));
        return shuffled;
    }

    /** The topic that is written on each sample that stays, and all do. */
    private Map<String, String> topics(int most) {
        BalanceSettings settings =
                new BalanceSettings(By.TOPIC, questions.size(), List.of(), null, null, most, null, null);
        Merged balanced = Merged.by("balance", settings, questions, folder);
        assertThat(balanced.kept()).hasSameSizeAs(questions);
        Map<String, String> topics = new TreeMap<>();
        balanced.kept()
                .forEach(sample ->
                        topics.put(sample.id(), sample.provenance().operations().get(0)));
        assertThat(topics.values().stream().distinct()).hasSize(most);
        return topics;
    }

    /**
     * How far two ways to group the same samples agree.
     *
     * @param purity share of the samples whose group's most frequent truth is their own
     * @param mutualInformation over the mean of both entropies: 0 where neither tells anything of the other, 1 where both are
     *     the same
     */
    private record Agreement(double purity, double mutualInformation) {

        static Agreement of(Map<String, String> groups, Map<String, String> truth) {
            Map<String, Map<String, Integer>> table = new TreeMap<>();
            Map<String, Integer> groupSizes = new TreeMap<>();
            Map<String, Integer> truthSizes = new TreeMap<>();
            groups.forEach((id, group) -> {
                table.computeIfAbsent(group, none -> new TreeMap<>()).merge(truth.get(id), 1, Integer::sum);
                groupSizes.merge(group, 1, Integer::sum);
                truthSizes.merge(truth.get(id), 1, Integer::sum);
            });
            double all = groups.size();
            double right = 0;
            double shared = 0;
            for (Map.Entry<String, Map<String, Integer>> group : table.entrySet()) {
                right += Collections.max(group.getValue().values());
                for (Map.Entry<String, Integer> cell : group.getValue().entrySet()) {
                    double expected = (double) groupSizes.get(group.getKey()) * truthSizes.get(cell.getKey()) / all;
                    shared += cell.getValue() / all * Math.log(cell.getValue() / expected);
                }
            }
            return new Agreement(right / all, 2 * shared / (entropy(groupSizes, all) + entropy(truthSizes, all)));
        }

        private static double entropy(Map<String, Integer> sizes, double all) {
            return sizes.values().stream()
                    .mapToDouble(size -> -size / all * Math.log(size / all))
                    .sum();
        }
    }
}
