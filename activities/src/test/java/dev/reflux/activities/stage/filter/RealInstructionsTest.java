package dev.reflux.activities.stage.filter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.reflux.activities.learning.TestData;
import dev.reflux.activities.shard.Sample;
import dev.reflux.activities.stage.filter.FilterSettings.Of;
import dev.reflux.activities.stage.filter.rules.Preset;
import dev.reflux.activities.stage.filter.rules.Rule;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What the presets make of instructions, answers and code that people have trained models on. */
class RealInstructionsTest {

    private static Sample alpaca(JsonNode record) {
        String input = record.path("input").asText();
        String instruction = record.path("instruction").asText();
        return Filtered.asked(
                input.isBlank() ? instruction : instruction + "\n\n" + input,
                record.path("output").asText());
    }

    private static Sample seedTask(JsonNode record) {
        JsonNode instance = record.path("instances").path(0);
        return Filtered.asked(
                record.path("instruction").asText() + "\n"
                        + instance.path("input").asText(),
                instance.path("output").asText());
    }

    private static Sample problem(JsonNode record) {
        return Filtered.asked(
                record.path("prompt").asText(),
                record.path("canonical_solution").asText());
    }

    private static Sample exercise(JsonNode record) {
        return Filtered.asked(
                record.path("question").asText(), record.path("answer").asText());
    }

    private static double kept(String file, Function<JsonNode, Sample> reading, FilterSettings settings)
            throws IOException {
        Optional<Path> found = TestData.find(file);
        assumeTrue(found.isPresent(), file + " is not here");
        List<Sample> decided = Filtered.records(found.get()).stream()
                .map(reading)
                .map(sample -> Filtered.of(sample, settings))
                .toList();
        Map<String, Long> reasons = decided.stream()
                .filter(sample -> !sample.isAccepted())
                .collect(Collectors.groupingBy(Sample::reason, TreeMap::new, Collectors.counting()));
        double share = (double) decided.stream().filter(Sample::isAccepted).count() / decided.size();
        System.out.printf(
                "%s under %s: %.2f %% of %d kept %s%n", file, settings.preset(), 100 * share, decided.size(), reasons);
        return share;
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void postTrainingKeepsNearlyAll(String file, Function<JsonNode, Sample> reading) throws IOException {
        assertThat(kept(file, reading, Filtered.off(Rule.REFUSAL, Rule.BOILERPLATE)))
                .isGreaterThan(0.99);
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void refusalsAndBoilerplateAreFewButThere(String file, Function<JsonNode, Sample> reading) throws IOException {
        assertThat(kept(file, reading, Filtered.settings(Preset.POST_TRAINING, Of.BOTH)))
                .isGreaterThan(0.965);
    }

    static List<Arguments> kinds() {
        return List.of(
                kind("instruction/alpaca_en_demo.json", RealInstructionsTest::alpaca),
                kind("instruction/code_alpaca_2k.json", RealInstructionsTest::alpaca),
                kind("instruction/self_instruct_seed_tasks.jsonl", RealInstructionsTest::seedTask),
                kind("benchmarks/gsm8k_train_1000.jsonl", RealInstructionsTest::exercise),
                kind("benchmarks/HumanEval.jsonl.gz", RealInstructionsTest::problem),
                kind("benchmarks/humaneval_x_java.jsonl.gz", RealInstructionsTest::problem));
    }

    private static Arguments kind(String file, Function<JsonNode, Sample> reading) {
        return Arguments.of(file, reading);
    }

    @ParameterizedTest
    @EnumSource(names = {"GOPHER", "C4", "FINEWEB"})
    void presetsOfWebTextKillShortInstructionsAndCode(Preset preset) throws IOException {
        FilterSettings settings = Filtered.settings(preset, Of.BOTH);

        assertThat(kept("instruction/code_alpaca_2k.json", RealInstructionsTest::alpaca, settings))
                .isLessThan(0.1);
        assertThat(kept("instruction/alpaca_en_demo.json", RealInstructionsTest::alpaca, settings))
                .isLessThan(0.7);
    }
}
