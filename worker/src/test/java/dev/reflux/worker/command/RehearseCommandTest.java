package dev.reflux.worker.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
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
import org.junit.jupiter.params.ParameterizedTest;
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
        Map<String, String> nothing = Map.of();
        return RefluxCommand.in(new Surroundings(Wiring.of(nothing), nothing))
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err))
                .execute(arguments);
    }
}
