package dev.reflux.activities.dataset.merge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.reflux.activities.dataset.merge.deduplicate.DeduplicateSettings;
import dev.reflux.activities.dataset.merge.deduplicate.DeduplicateSettings.Over;
import dev.reflux.activities.dataset.merge.deduplicate.MinHashSettings;
import dev.reflux.activities.dataset.merge.deduplicate.MinHashSettings.Unit;
import dev.reflux.activities.dataset.merge.split.SplitSettings;
import dev.reflux.activities.shard.LocalWorkspace;
import dev.reflux.activities.shard.Sample;
import dev.reflux.activities.shard.Sample.Decision;
import dev.reflux.activities.shard.Sample.Provenance;
import dev.reflux.activities.shard.SampleLine;
import dev.reflux.activities.shard.ShardSet;
import dev.reflux.config.MergePlan;
import dev.reflux.config.PlanJson;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MergeChainTest {

    private static final List<MergePlan> STEPS = List.of(new MergePlan(
            "deduplicate", PlanJson.mapper().valueToTree(new DeduplicateSettings(Over.TEXT, null, null))));

    @TempDir
    private Path folder;

    @Test
    void doesNotReadAnEarlierDatasetWhoseSignaturesWereKept() {
        List<Sample> first = List.of(sample("b", "One"), sample("c", "two"), sample("d", "two"));
        try (MergeChain chain = MergeChain.over(first::forEach, STEPS, grounds("first"))) {
            chain.keep(() -> "the-first", number -> folder.resolve("kept")).run();
        }
        EarlierDataset earlier = new EarlierDataset(
                consumer -> {
                    throw new AssertionError("read");
                },
                "the-first",
                number -> folder.resolve("kept"));
        List<Sample> second = List.of(sample("a", "one"), sample("e", "Two"), sample("f", "three"));

        try (MergeChain chain = MergeChain.over(earlier, second::forEach, STEPS, grounds("second"))) {
            List<Sample> all = List.of(first.get(0), first.get(1), second.get(0), second.get(1), second.get(2));
            assertThat(all.stream().map(chain.judge()).filter(Sample::isAccepted))
                    .extracting(Sample::id)
                    .containsExactly("c", "a", "f");
        }
    }

    @Test
    void looksOnlyAtTheLinesOfSamplesThatGo() {
        List<Sample> samples = List.of(sample("a", "one"), sample("b", "One"), sample("c", "two"));
        ShardSet shards = new LocalWorkspace(folder).folder("campaign").pool();
        shards.write(1, samples);
        List<SampleLine> lines = shards.lines(1);

        try (MergeChain chain = MergeChain.over(samples::forEach, STEPS, grounds("lines"))) {
            List<SampleLine> judged = lines.stream().map(chain.judgeLines()).toList();

            assertThat(judged.get(0)).isSameAs(lines.get(0));
            assertThat(judged.get(1).sample())
                    .isEqualTo(samples.stream().map(chain.judge()).toList().get(1));
            assertThat(judged.get(2)).isSameAs(lines.get(2));
        }
    }

    /** Step {@code split} writes down on each sample which part it is of. */
    @Test
    void linesBecomeWhatAStepThatRewritesMakesOfThem() {
        List<Sample> samples = List.of(sample("a", "one"), sample("b", "two"), sample("c", "two"));
        List<MergePlan> steps = List.of(
                STEPS.get(0),
                new MergePlan(
                        "split",
                        PlanJson.mapper()
                                .valueToTree(new SplitSettings(
                                        0.3, 0, false, 1, new MinHashSettings(0.8, Unit.WORDS, 5, 112, null)))));

        try (MergeChain chain = MergeChain.over(
                samples::forEach, steps, (number, step) -> MergeGround.of(folder.resolve("step-" + number)))) {
            List<Sample> judged = samples.stream().map(chain.judge()).toList();

            assertThat(samples.stream().map(SampleLine::of).map(chain.judgeLines()))
                    .extracting(SampleLine::sample)
                    .isEqualTo(judged);
            assertThat(judged).filteredOn(Sample::isAccepted).doesNotContainAnyElementsOf(samples);
        }
    }

    private MergeChain.Grounds grounds(String name) {
        return (number, step) -> MergeGround.of(folder.resolve(name));
    }

    private static Sample sample(String id, String text) {
        Provenance from = new Provenance("pool.jsonl:1", null, null, 0, null);
        return new Sample(id, text, null, null, List.of(), Decision.ACCEPTED, null, from);
    }
}
