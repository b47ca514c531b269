package dev.reflux.worker.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.reflux.activities.sandbox.Sandboxes;
import dev.reflux.worker.wiring.Wiring;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The examples, rehearsed as a user would: without a key, a network or a workspace. */
class RehearseCommandTest {

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    /** Those whose inputs are in the repository. */
    static List<Path> examples() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("..", "examples"))) {
            return files.filter(file -> file.toString().endsWith(".yaml"))
                    .filter(file -> !file.getFileName().toString().startsWith("banking77"))
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("examples")
    void triesEveryStageOfEveryExample(Path example) throws IOException {
        if (example.endsWith("code.yaml")) {
            Sandboxes.orSkip();
        }
        assertThat(execute("rehearse", example.toString(), "--samples", "6", "--json"))
                .as(err.toString())
                .isZero();

        JsonNode estimate = new ObjectMapper().readTree(out.toString());
        assertThat(estimate.path("rehearsed").asInt()).isBetween(1, 6);
        assertThat(estimate.path("total").path("expected").path("calls").asDouble())
                .isPositive();
        for (JsonNode stage : estimate.path("stages")) {
            double least = stage.path("least").path("costUsd").asDouble();
            double expected = stage.path("expected").path("costUsd").asDouble();
            assertThat(least).isLessThanOrEqualTo(expected);
            assertThat(expected)
                    .isLessThanOrEqualTo(stage.path("most").path("costUsd").asDouble());
        }
    }

    @ParameterizedTest
    @CsvSource({
        "instruct, TASKS, instruction/self_instruct_seed_tasks.jsonl, 100",
        "reasoning, PROBLEMS, benchmarks/gsm8k_test.jsonl, 1319"
    })
    void triesExamplesOverPublicData(String example, String variable, String data, int samples) throws IOException {
        Map<String, String> variables = Map.of(variable, PublicRows.file(data).toString());
        String file = "../examples/" + example + ".yaml";

        assertThat(execute(variables, "rehearse", file, "--samples", "6", "--json"))
                .as(err.toString())
                .isZero();
        assertThat(new ObjectMapper().readTree(out.toString()).path("samples").asInt())
                .isEqualTo(samples);
    }

    /** The recipe as it is written, and with the judge of safety that it speaks of. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "- filter | 0 | 8",
                "- filter: {safety: {}} | 8 | 8",
            })
    void triesTheRecipeThatSelectsByDifficulty(String filter, int asked, int judged, @TempDir Path folder)
            throws IOException {
        String recipes = Files.readString(Path.of("..", "docs", "recipes.md"));
        int from = recipes.indexOf("campaign: difficult-tenth");
        String recipe = recipes.substring(from, recipes.indexOf("```", from));
        assertThat(recipe).contains("  - filter\n");
        Files.writeString(folder.resolve("recipe.yaml"), recipe.replace("- filter\n", filter + "\n"));
        Files.writeString(folder.resolve("alpaca_data.json"), """
                [{"instruction": "Name a river in Germany.", "input": "", "output": "The Rhine is one."},
                 {"instruction": "Correct this.", "input": "He go home.", "output": "He goes home."},
                 {"instruction": "Add them up.", "input": "2, 3", "output": "The sum is five."},
                 {"instruction": "Name a colour.", "input": "", "output": "Blue, for example."}]""");

        assertThat(execute("rehearse", folder.resolve("recipe.yaml").toString(), "--json"))
                .as(err.toString())
                .isZero();
        JsonNode stages = new ObjectMapper().readTree(out.toString()).path("stages");
        assertThat(calls(stages.path(0))).as("a text and its answer each").isEqualTo(asked);
        assertThat(calls(stages.path(1)))
                .as("an answer with its text and alone")
                .isEqualTo(judged);
    }

    private static int calls(JsonNode stage) {
        return stage.path("expected").path("calls").asInt();
    }

    @Test
    void triesAMergeThatAsksEvenWhereNothingIsNear(@TempDir Path folder) throws IOException {
        Files.writeString(
                folder.resolve("pool.jsonl"), "{\"text\": \"Name a river.\"}\n{\"text\": \"Name a hill.\"}\n");
        Files.writeString(
                folder.resolve("asked.jsonl"), "{\"question\": \"How much does the ferry earn in a day?\"}\n");
        Path file = Files.writeString(folder.resolve("judged.yaml"), """
                campaign: judged
                inputs: {pool: pool.jsonl}
                teacher: {provider: openai, model: m, price: {inputPerMillion: 1, outputPerMillion: 4}}
                stages: [answer]
                merge: [{decontaminate: {benchmarks: [asked.jsonl], embedding: {judge: {}}}}]
                student: {kind: none}
                """);

        assertThat(execute("rehearse", file.toString(), "--json"))
                .as(err.toString())
                .isZero();

        JsonNode merge =
                new ObjectMapper().readTree(out.toString()).path("stages").get(1);
        assertThat(merge.path("stage").asText()).isEqualTo("merge");
        assertThat(merge.path("expected").path("calls").asDouble()).isZero();
        assertThat(merge.path("most").path("calls").asDouble()).isEqualTo(2 * 3 * 2);
        assertThat(merge.path("most").path("costUsd").asDouble()).isPositive();
    }

    @Test
    void printsATableForPeople() {
        assertThat(execute("rehearse", "../examples/answers.yaml")).isZero();

        assertThat(out.toString())
                .contains("answers rehearsed with", "every stage ran, nothing was spent", "  at least", "  at most");
        assertThat(out.toString().lines()).allMatch(line -> line.length() <= 100);
    }

    @Test
    void refusesToRehearseWithNothing() {
        assertThat(execute("rehearse", "../examples/answers.yaml", "--samples", "0"))
                .isEqualTo(ExitCode.USAGE.code());
        assertThat(err.toString()).contains("--samples must be 1 or more, got 0");
    }

    private int execute(String... arguments) {
        return execute(Map.of(), arguments);
    }

    private int execute(Map<String, String> variables, String... arguments) {
        return RefluxCommand.in(new Surroundings(Wiring.of(variables), variables))
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err))
                .execute(arguments);
    }
}
