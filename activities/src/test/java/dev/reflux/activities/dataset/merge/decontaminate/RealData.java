package dev.reflux.activities.dataset.merge.decontaminate;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.reflux.activities.dataset.BenchmarkRecords;
import dev.reflux.activities.dataset.merge.BenchmarkItem;
import dev.reflux.activities.learning.TestData;
import dev.reflux.config.Benchmark;
import dev.reflux.config.Benchmark.Several;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Public benchmarks and instructions, where they are there. */
final class RealData {

    private static final JsonMapper JSON = new JsonMapper();

    private RealData() {}

    /** All questions of all benchmarks. */
    static List<BenchmarkItem> benchmarks() {
        Optional<Path> folder = TestData.find("benchmarks");
        assumeTrue(folder.isPresent(), "benchmarks of REFLUX_TEST_DATA are not there");
        return BenchmarkRecords.of(
                folder.get(),
                List.of(
                        new Benchmark("arena*.jsonl", List.of(), Several.APART),
                        new Benchmark("*.jsonl.gz", List.of(), Several.APART),
                        new Benchmark("alpaca_eval_example_outputs.json", List.of(), Several.APART),
                        new Benchmark("TruthfulQA.csv", List.of(), Several.APART),
                        new Benchmark("g*.jsonl", List.of(), Several.APART),
                        new Benchmark("ifeval_input_data.jsonl", List.of(), Several.APART),
                        new Benchmark("math500.jsonl", List.of(), Several.APART),
                        new Benchmark("mbpp*.jsonl", List.of(), Several.APART),
                        new Benchmark("mt_bench_question.jsonl", List.of(), Several.APART),
                        new Benchmark("mt_bench_reference_gpt4.jsonl", List.of("choices.turns"), Several.APART),
                        new Benchmark("svamp_test.jsonl", List.of("Body", "Question"), Several.JOINED),
                        new Benchmark("vicuna_bench_question.jsonl", List.of(), Several.APART)));
    }

    /** Instructions of several collections, some of which hold benchmark questions. */
    static List<String> instructions() throws IOException {
        List<String> texts = new ArrayList<>();
        for (String name : List.of("alpaca_en_demo.json", "code_alpaca_2k.json", "alpaca_farm_outputs_sft.json")) {
            JSON.readTree(Files.readString(file("instruction/" + name)))
                    .forEach(row -> texts.add(row.path("instruction").asText() + "\n"
                            + row.path("input").asText()));
        }
        for (String name :
                List.of("self_instruct_seed_tasks.jsonl", "wizardlm_testset.jsonl", "oasst_en_60_tree.jsonl")) {
            for (String line : Files.readAllLines(file("instruction/" + name))) {
                gather(JSON.readTree(line), texts);
            }
        }
        return texts;
    }

    /** Questions of one benchmark-like file. */
    static List<String> questions(String name) throws IOException {
        List<String> texts = new ArrayList<>();
        for (String line : Files.readAllLines(file(name))) {
            texts.add(JSON.readTree(line).path("question").asText());
        }
        return texts;
    }

    private static Path file(String name) {
        Optional<Path> file = TestData.find(name);
        assumeTrue(file.isPresent(), name + " of REFLUX_TEST_DATA is not there");
        return file.get();
    }

    private static void gather(JsonNode node, List<String> texts) {
        if (node.isTextual() && node.textValue().length() > 10) {
            texts.add(node.textValue());
        }
        node.forEach(member -> gather(member, texts));
    }
}
