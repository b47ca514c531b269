package dev.reflux.worker.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
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

/** A file converted as a user would. */
class ConvertCommandTest {
    private static final String ROWS = """
            {"instruction": "Add", "input": "1 2", "output": "3", "id": 1}
            {"instruction": "Add", "input": "", "output": ["3"], "id": 2}
            {"instruction":
            """;

    @TempDir
    Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void writesWhatItCanAndNamesTheOthers() throws IOException {
        assertThat(convert("--to", "messages")).as(err.toString()).isZero();

        assertThat(Files.readString(folder.resolve("out.jsonl")))
                .isEqualTo("{\"messages\":[{\"role\":\"user\",\"content\":\"Add\\n1 2\"},"
                        + "{\"role\":\"assistant\",\"content\":\"3\"}],\"id\":1}\n");
        assertThat(out.toString())
                .contains("(messages) from", "(alpaca)", "2 rows read, 1 written, 1 refused, 1 bad")
                .contains("lost in 1 rows: input-joined");
        assertThat(err.toString())
                .contains("in.jsonl line 2: output must be text, got [\"3\"]", "in.jsonl line 3: must hold JSON");
    }

    @Test
    void printsTheAccountForPrograms() throws IOException {
        assertThat(convert("--to", "sharegpt", "--json")).isZero();

        JsonNode report = new ObjectMapper().readTree(out.toString());
        assertThat(report.path("written").asInt()).isEqualTo(1);
        assertThat(report.path("lost").path("input-joined").asInt()).isEqualTo(1);
        assertThat(report.path("unwritten").get(0).path("line").asInt()).isEqualTo(2);
    }

    @Test
    void failsAndLeavesNothingWhereNothingFits() throws IOException {
        assertThat(convert("--to", "preference")).isEqualTo(ExitCode.INVALID_CAMPAIGN.code());
        assertThat(err.toString()).contains("preference needs a chosen and a rejected answer", "was not written");
        assertThat(left()).containsExactly("in.jsonl");
    }

    @Test
    void refusesToWriteTrees() throws IOException {
        assertThat(convert("--to", "oasst")).isEqualTo(ExitCode.USAGE.code());
        assertThat(err.toString()).contains("--to must be a layout that trainers read, got oasst");
        assertThat(left()).containsExactly("in.jsonl");
    }

    @Test
    void strictlyAllOrNothing() throws IOException {
        assertThat(convert("--to", "messages", "--strict")).isEqualTo(ExitCode.INVALID_CAMPAIGN.code());
        assertThat(left()).containsExactly("in.jsonl");
    }

    @Test
    void asksForTheLayoutThatColumnsDoNotTell() throws IOException {
        Path in = Files.writeString(folder.resolve("odd.jsonl"), "{\"question\": \"a\", \"answer\": \"b\"}\n");
        assertThat(execute("convert", in.toString(), folder.resolve("out.jsonl").toString(), "--to", "messages"))
                .isEqualTo(ExitCode.INVALID_CAMPAIGN.code());
        assertThat(err.toString()).contains("odd.jsonl", "columns answer, question", "--from");
    }

    @Test
    void refusesAnUnknownEndingAndItsOwnInput() throws IOException {
        Path in = Files.writeString(folder.resolve("in.jsonl"), ROWS);
        assertThat(execute("convert", in.toString(), folder.resolve("out.xlsx").toString(), "--to", "messages"))
                .isEqualTo(ExitCode.INVALID_CAMPAIGN.code());
        assertThat(err.toString()).contains("out.xlsx");
        assertThat(execute("convert", in.toString(), in.toString(), "--to", "messages"))
                .isEqualTo(ExitCode.USAGE.code());
        assertThat(Files.readString(in)).isEqualTo(ROWS);
    }

    private int convert(String... options) throws IOException {
        Path in = Files.writeString(folder.resolve("in.jsonl"), ROWS);
        String[] all = Stream.concat(
                        Stream.of(
                                "convert",
                                in.toString(),
                                folder.resolve("out.jsonl").toString()),
                        Stream.of(options))
                .toArray(String[]::new);
        return execute(all);
    }

    private int execute(String... arguments) {
        return RefluxCommand.in(new Surroundings(new FakeHouse(), Map.of()))
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err))
                .execute(arguments);
    }

    private List<String> left() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }
}
