package dev.reflux.activities.dataset.merge.deduplicate;

import static dev.reflux.activities.dataset.merge.deduplicate.Deduplicated.sample;
import static org.assertj.core.api.Assertions.assertThat;

import dev.reflux.activities.dataset.merge.MergePass;
import dev.reflux.activities.dataset.merge.Ruling;
import dev.reflux.activities.dataset.merge.deduplicate.DeduplicateSettings.Over;
import dev.reflux.activities.dataset.merge.deduplicate.MinHashSettings.Unit;
import dev.reflux.activities.shard.Sample;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Paraphrases, each told from its neighbours that only have the same subject. */
class SharedMeaningTest {

    private static final SentenceVectorSettings MEANING = new SentenceVectorSettings(0.8);

    private static final DeduplicateSettings BY_MEANING = new DeduplicateSettings(Over.TEXT, null, MEANING);

    private static final List<Sample> SAMPLES = List.of(
            sample("a1", "How can I reset the password of my account?"),
            sample("a2", "How do I reset my account password?"),
            sample("a3", "What is the way to reset the password for my account?"),
            sample("b1", "What is the capital of France?"),
            sample("b2", "Which city is the capital of France?"),
            sample("c1", "What is the capital of Peru?"),
            sample("d1", "Write a short poem about the sea in winter."),
            sample("d2", "Compose a brief poem about the winter sea."),
            sample("e1", "Explain how a bill becomes a law."),
            sample("f1", ""),
            sample("f2", ""));

    @TempDir
    private Path folder;

    private int passes;

    @Test
    void keepsOneOfThoseThatSayTheSameAndAllThatDoNot() {
        Deduplicated found = pass(BY_MEANING, SAMPLES);

        assertThat(found.survivors()).containsExactly("a1", "b1", "c1", "d1", "e1", "f1", "f2");
        assertThat(found.clusters().get("a1")).containsExactly("a1", "a2", "a3");
        assertThat(Set.copyOf(found.reasons().values())).isEqualTo(Set.of("paraphrase"));
    }

    @Test
    void keepsTheSameInAnyOrder() {
        Deduplicated found = pass(BY_MEANING, SAMPLES);
        List<Sample> shuffled = new ArrayList<>(SAMPLES);
        for (int order = 0; order < 5; order++) {
            Collections.shuffle(shuffled, new Random(order));
            assertThat(pass(BY_MEANING, shuffled)).isEqualTo(found);
        }
    }

    @Test
    void theIndexForManyFindsTheSameAsComparingEachWithEach() {
        Set<String> survivors = new TreeSet<>();
        AlikeTexts indexed = new AlikeTexts(new SharedMeaning(MEANING, 0), folder.resolve("indexed"));
        try (MergePass pass = new DeduplicatePass(Over.TEXT, List.of(indexed))) {
            SAMPLES.forEach(pass::see);
            Ruling ruling = pass.rule();
            for (int place = 0; place < SAMPLES.size(); place++) {
                if (ruling.at(place) == null) {
                    survivors.add(SAMPLES.get(place).id());
                }
            }
        }

        assertThat(survivors).isEqualTo(pass(BY_MEANING, SAMPLES).survivors());
    }

    /** The closest way in which a sample is connected with the one that stays says why it goes. */
    @Test
    void tellsAParaphraseFromANearDuplicateAndAnEqualText() {
        MinHashSettings near = new MinHashSettings(0.5, Unit.WORDS, 2, 112, null);
        Deduplicated found = pass(
                new DeduplicateSettings(Over.TEXT, near, MEANING),
                List.of(
                        SAMPLES.get(0),
                        sample("x", "how can I reset the password of my account"),
                        sample("y", "How can I reset the password of my account now?"),
                        SAMPLES.get(1)));

        assertThat(found.reasons()).containsEntry("x", "near-duplicate").containsEntry("y", "near-duplicate");
        assertThat(found.reasons()).containsEntry("a2", "paraphrase");
    }

    private Deduplicated pass(DeduplicateSettings settings, List<Sample> samples) {
        return Deduplicated.of(samples, settings, folder.resolve("pass-" + passes++));
    }
}
