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

/** A chat template over a file, as a user would. */
class RenderCommandTest {
    private static final String ROWS = """
            {"messages": [{"role": "user", "content": "Hi {{ x }}"}, {"role": "assistant", "content": "Hello"}]}
            {"messages": [{"role": "assistant", "content": "I begin"}]}
            {"messages": [{"role": "user", "content": "Bye"}, {"role": "assistant", "content": "Bye!"}]}
            """;

    @TempDir
    Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void printsEachTextUnderTheLineOfItsRow() throws IOException {
        assertThat(render("chatml", "--masks")).as(err.toString()).isZero();
        assertThat(out.toString().replace("\r\n", "\n"))
                .startsWith(
                        "==> line 1 <==\n<|im_start|>user\nHi {{ x }}<|im_end|>\n<|im_start|>assistant\nHello<|im_end|>\n")
                .contains("==> masks of line 1: [[", "==> line 3 <==");
    }

    @Test
    void namesRowAndTemplateLineOfWhatIsRefused() throws IOException {
        Path template = Files.writeString(
                folder.resolve("strict.jinja"),
                "{% if messages[0].role != 'user' %}\n{{ raise_exception('user first') }}{% endif %}{{ bos_token }}"
                        + "{{ messages[0].content }}");
        assertThat(render(template.toString(), "--bos", "<s>")).isZero();
        assertThat(out.toString()).contains("<s>Hi {{ x }}", "<s>Bye").doesNotContain("I begin");
        assertThat(err.toString())
                .contains(
                        "in.jsonl line 2: Chat template", "strict.jinja line 2: it refuses these messages: user first");
    }

    @Test
    void writesRowsOfTextAndMasksAndPrintsTheAccount() throws IOException {
        Path texts = folder.resolve("texts.jsonl");
        assertThat(render("chatml", "--masks", "--json", "--out", texts.toString()))
                .isZero();

        List<String> lines = Files.readAllLines(texts);
        assertThat(lines).hasSize(3);
        JsonNode row = new ObjectMapper().readTree(lines.get(0));
        JsonNode span = row.path("masks").path(0);
        assertThat(row.path("text")
                        .asText()
                        .substring(span.get(0).asInt(), span.get(1).asInt()))
                .isEqualTo("Hello<|im_end|>");
        JsonNode report = new ObjectMapper().readTree(out.toString());
        assertThat(report.path("rendered").asInt()).isEqualTo(3);
        assertThat(report.path("from").asText()).isEqualTo("messages");
    }

    @Test
    void endsWhereTheAssistantBegins() throws IOException {
        assertThat(render("chatml", "--generation-prompt")).isZero();
        assertThat(out.toString()).contains("Hello<|im_end|>\n<|im_start|>assistant\n");
    }

    @Test
    void tellsATemplateItsToolsAndItsDay() throws IOException {
        Path template = Files.writeString(
                folder.resolve("t.jinja"), "{{ strftime_now('%Y') }} {{ tools[0].function.name }} {{ eos_token }}");
        Path tools = Files.writeString(
                folder.resolve("tools.json"), "[{\"type\": \"function\", \"function\": {\"name\": \"add\"}}]");
        assertThat(render(template.toString(), "--tools", tools.toString(), "--date", "2024-02-29", "--eos", "</s>"))
                .isZero();
        assertThat(out.toString()).contains("2024 add </s>");
        Files.writeString(tools, "{}");
        assertThat(render(template.toString(), "--tools", tools.toString())).isEqualTo(ExitCode.USAGE.code());
    }

    @Test
    void strictlyAllOrNothing() throws IOException {
        Path template = Files.writeString(
                folder.resolve("s.jinja"), "{% if messages|length < 2 %}{{ raise_exception('x') }}{% endif %}");
        Path texts = folder.resolve("texts.jsonl");
        assertThat(render(template.toString(), "--strict", "--out", texts.toString()))
                .isEqualTo(ExitCode.INVALID_CAMPAIGN.code());
        assertThat(texts).doesNotExist();
    }

    @Test
    void refusesATemplateThatIsNotThereAndNamesThoseThatAre() throws IOException {
        assertThat(render("chatmll")).isEqualTo(ExitCode.INVALID_CAMPAIGN.code());
        assertThat(err.toString()).contains("chatmll", "llama-3");
        assertThat(render("chatml", "--json")).isEqualTo(ExitCode.USAGE.code());
    }

    private int render(String template, String... options) throws IOException {
        Path in = Files.writeString(folder.resolve("in.jsonl"), ROWS);
        String[] all = Stream.concat(Stream.of("render", template, in.toString()), Stream.of(options))
                .toArray(String[]::new);
        return RefluxCommand.in(new Surroundings(new FakeHouse(), Map.of()))
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err))
                .execute(all);
    }
}
