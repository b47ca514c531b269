package dev.reflux.activities.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ChatTemplateTest {

    private static final JsonMapper JSON = new JsonMapper();
    private static final RenderOptions MASKED = RenderOptions.PLAIN.withMasks();
    private static final String CHATML_WITHOUT_MARKS =
            "{% for m in messages %}{{ '<|im_start|>' + m.role + '\\n' + m.content + '<|im_end|>\\n' }}{% endfor %}"
                    + "{% if add_generation_prompt %}{{ '<|im_start|>assistant\\n' }}{% endif %}";

    @TempDir
    private Path folder;

    static List<String> names() {
        return BuiltInTemplates.names();
    }

    @ParameterizedTest
    @MethodSource("names")
    void findsWhatTheAssistantWroteInEveryBuiltInTemplate(String name) {
        Rendered rendered = ChatTemplate.builtIn(name).render(conversation("Hi 😀", "Well 😀 {{ met }}"), MASKED);

        assertThat(rendered.spans()).hasSize(2);
        assertThat(written(rendered, 0)).contains("first answer");
        assertThat(written(rendered, 1)).contains("Well 😀 {{ met }}").doesNotContain("assistant", "Hi");
    }

    @ParameterizedTest
    @MethodSource("names")
    void rendersAPromptAsTheBeginningOfItsAnswer(String name) {
        ChatTemplate template = ChatTemplate.builtIn(name);
        JsonNode question = messages("[{'role': 'user', 'content': 'Hi'}]");
        JsonNode both = messages("[{'role': 'user', 'content': 'Hi'}, {'role': 'assistant', 'content': 'Yes'}]");

        String prompt = template.render(question, RenderOptions.PLAIN.withGenerationPrompt(true))
                .text();

        assertThat(template.render(both, RenderOptions.PLAIN).text()).startsWith(prompt);
    }

    @Test
    void rendersTheLayoutsOfTheModels() {
        JsonNode messages = messages(
                "[{'role': 'system', 'content': 'S'}, {'role': 'user', 'content': 'U'}, {'role': 'assistant', 'content': 'A'}]");

        assertThat(plain("llama-2", messages)).isEqualTo("<s>[INST] <<SYS>>\nS\n<</SYS>>\n\nU [/INST] A </s>");
        assertThat(plain("mistral", messages)).isEqualTo("<s>[INST] S\n\nU [/INST]A</s>");
        assertThat(plain("gemma", messages))
                .isEqualTo("<bos><start_of_turn>user\nS\n\nU<end_of_turn>\n<start_of_turn>model\nA<end_of_turn>\n");
        assertThat(plain("zephyr", messages)).isEqualTo("<|system|>\nS</s>\n<|user|>\nU</s>\n<|assistant|>\nA</s>\n");
        assertThat(plain("alpaca", messages)).isEqualTo("S\n\n### Instruction:\nU\n\n### Response:\nA</s>");
    }

    @Test
    void neverEvaluatesContent() {
        String hostile = "{{ 1 + 1 }}{% for i in range(9) %}x{% endfor %}{# c #}\u0000\ud800é";

        Rendered rendered = ChatTemplate.builtIn("chatml").render(conversation("q", hostile), MASKED);

        assertThat(rendered.text()).contains(hostile);
        assertThat(written(rendered, 1)).isEqualTo(hostile + "<|im_end|>");
    }

    @Test
    void findsWhatTheAssistantWroteWithoutMarksByTheTextsBefore() {
        ChatTemplate template = ChatTemplate.of("own", CHATML_WITHOUT_MARKS);

        Rendered rendered = template.render(conversation("q", "last"), MASKED);

        assertThat(written(rendered, 0)).isEqualTo("first answer<|im_end|>\n");
        assertThat(written(rendered, 1)).isEqualTo("last<|im_end|>\n");
    }

    @Test
    void failsWhereWhatTheAssistantWroteCannotBeKnown() {
        ChatTemplate early = ChatTemplate.of(
                "early", "{% for m in messages %}{% if loop.last %}!{{ m.content }}{% endif %}{% endfor %}");
        ChatTemplate headed =
                ChatTemplate.of("headed", "{% for m in messages %}{{ m.role + ': ' + m.content }}{% endfor %}");

        assertThatThrownBy(() -> early.render(conversation("q", "a"), MASKED))
                .isInstanceOf(ChatTemplateException.class)
                .hasMessageContaining("message 2 cannot be known");
        assertThatThrownBy(() -> headed.render(conversation("q", "a"), MASKED))
                .isInstanceOf(ChatTemplateException.class);
    }

    @Test
    void failsWhereAMarkIsWithinAMacro() {
        ChatTemplate template =
                ChatTemplate.of("macro", "{% macro m() %}{% generation %}x{% endgeneration %}{% endmacro %}{{ m() }}");

        assertThatThrownBy(() -> template.render(conversation("q", "a"), MASKED))
                .hasMessageContaining("outside of macros");
        assertThat(template.render(conversation("q", "a"), RenderOptions.PLAIN).text())
                .isEqualTo("x");
    }

    @Test
    void saysTemplateAndLineOfWhatATemplateRefuses() {
        ChatTemplate template = ChatTemplate.of("strict", "\n{{ raise_exception('No system role') }}");

        assertThatThrownBy(() -> template.render(conversation("q", "a"), RenderOptions.PLAIN))
                .isInstanceOfSatisfying(ChatTemplateException.class, e -> assertThat(e.isRefusal())
                        .isTrue())
                .hasMessage("Chat template strict line 2: it refuses these messages: No system role");
    }

    @Test
    void loadsAConfigurationWithTokensAsTextsOrObjects() throws IOException {
        Path file = write(
                "tokenizer_config.json",
                "{'bos_token': '<s>', 'eos_token': {'content': '</s>', 'lstrip': false}, 'unk_token': null,"
                        + " 'chat_template': '{{ bos_token }}{{ messages[0].content }}{{ eos_token }}{{ unk_token }}'}");

        assertThat(ChatTemplate.load(file)
                        .render(conversation("q", "a"), RenderOptions.PLAIN)
                        .text())
                .isEqualTo("<s>first question</s>");
    }

    @Test
    void takesTheTemplateForToolsWhereThereAreSome() throws IOException {
        write(
                "tokenizer_config.json",
                "{'chat_template': [{'name': 'default', 'template': 'plain'}, {'name': 'tool_use', 'template': '{{ tools | tojson }}'}]}");
        ChatTemplate template = ChatTemplate.load(folder);

        assertThat(template.render(conversation("q", "a"), RenderOptions.PLAIN).text())
                .isEqualTo("plain");
        assertThat(template.render(conversation("q", "a"), RenderOptions.PLAIN.withTools(messages("[{'a': 1}]")))
                        .text())
                .isEqualTo("[{\"a\": 1}]");
    }

    @Test
    void takesAFileBesideTheConfigurationFirst() throws IOException {
        write("tokenizer_config.json", "{'bos_token': '<s>', 'chat_template': 'old'}");
        Path file = Files.writeString(folder.resolve("chat_template.jinja"), "{{ bos_token }}new");

        for (Path path : List.of(folder, file, folder.resolve("tokenizer_config.json"))) {
            assertThat(ChatTemplate.load(path)
                            .render(conversation("q", "a"), RenderOptions.PLAIN)
                            .text())
                    .isEqualTo("<s>new");
        }
    }

    @Test
    void namesAFileThatCannotBeRead() throws IOException {
        Path broken = write("tokenizer_config.json", "{");

        assertThatThrownBy(() -> ChatTemplate.load(broken)).hasMessageContaining(broken.toString());
        assertThatThrownBy(() -> ChatTemplate.load(folder.resolve("none.jinja")))
                .hasMessageContaining("none.jinja");
        assertThatThrownBy(() -> ChatTemplate.builtIn("gpt")).hasMessageContaining("llama-3");
    }

    private static String plain(String name, JsonNode messages) {
        return ChatTemplate.builtIn(name).render(messages, RenderOptions.PLAIN).text();
    }

    private static String written(Rendered rendered, int span) {
        int[] points = rendered.text().codePoints().toArray();
        Rendered.Span found = rendered.spans().get(span);
        return new String(points, found.from(), found.to() - found.from());
    }

    private static JsonNode conversation(String question, String answer) {
        JsonNode messages = messages(
                "[{'role': 'user', 'content': 'first question'}, {'role': 'assistant', 'content': 'first answer'},"
                        + " {'role': 'user', 'content': ''}, {'role': 'assistant', 'content': ''}]");
        ((ObjectNode) messages.get(2)).put("content", question);
        ((ObjectNode) messages.get(3)).put("content", answer);
        return messages;
    }

    private Path write(String file, String json) throws IOException {
        return Files.writeString(folder.resolve(file), json.replace('\'', '"'));
    }

    private static JsonNode messages(String json) {
        try {
            return JSON.readTree(json.replace('\'', '"'));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
