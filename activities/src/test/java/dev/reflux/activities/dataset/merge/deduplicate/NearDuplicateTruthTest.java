package dev.reflux.activities.dataset.merge.deduplicate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.reflux.activities.dataset.merge.deduplicate.MinHashSettings.Unit;
import dev.reflux.activities.learning.TestData;
import dev.reflux.activities.shard.Sample;
import dev.reflux.activities.shard.TextKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** News articles and edits of them, whose exact Jaccard similarities are known. */
class NearDuplicateTruthTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"0.5", "0.7", "0.8", "0.9"})
    void findsExactlyTheTrueClustersInAnyOrder(String threshold) throws IOException {
        List<Sample> articles = articles();
        JsonNode truth = JSON.readTree(
                        file("dedup/near_dup_corpus_dev_truth.json").toFile())
                .path("thresholds")
                .path(threshold);
        DeduplicateSettings settings = Deduplicated.near(Double.parseDouble(threshold), Unit.WORDS, 5);

        Deduplicated first = Deduplicated.of(articles, settings, folder.resolve("first"));

        assertThat(Set.copyOf(first.clusters().values())).isEqualTo(clusters(truth));
        assertThat(first.survivors())
                .hasSize(truth.path("documents_after_dedup").asInt());
        for (int order = 1; order <= 20; order++) {
            Collections.shuffle(articles, new Random(order));
            assertThat(Deduplicated.of(articles, settings, folder.resolve("order-" + order)))
                    .isEqualTo(first);
        }
    }

    @Test
    void computesTheJaccardSimilarityOfEveryKnownPair() throws IOException {
        for (String line : Files.readAllLines(file("dedup/near_dup_pairs_dev.jsonl"))) {
            JsonNode pair = JSON.readTree(line);
            for (int size : new int[] {1, 3, 5}) {
                Shingles words = new Shingles(Unit.WORDS, size);
                double similarity = Shingles.jaccard(
                        words.of(TextKey.normalised(pair.path("a").asText())),
                        words.of(TextKey.normalised(pair.path("b").asText())));

                assertThat(similarity)
                        .as(pair.path("id").asText())
                        .isCloseTo(pair.path("jaccard").path("w" + size).asDouble(), within(1e-6));
            }
        }
    }

    private static Set<Set<String>> clusters(JsonNode truth) {
        List<Set<String>> clusters = new ArrayList<>();
        for (JsonNode cluster : truth.path("clusters")) {
            Set<String> ids = new TreeSet<>();
            cluster.forEach(id -> ids.add(id.asText()));
            clusters.add(ids);
        }
        return Set.copyOf(clusters);
    }

    private static List<Sample> articles() throws IOException {
        List<Sample> articles = new ArrayList<>();
        for (String line : Files.readAllLines(file("dedup/near_dup_corpus_dev.jsonl"))) {
            JsonNode article = JSON.readTree(line);
            articles.add(Deduplicated.sample(
                    article.path("id").asText(), article.path("text").asText()));
        }
        return articles;
    }

    private static Path file(String name) {
        Optional<Path> file = TestData.find(name);
        Assumptions.assumeTrue(file.isPresent(), "needs " + name + " in the folder that REFLUX_TEST_DATA names");
        return file.get();
    }
}
